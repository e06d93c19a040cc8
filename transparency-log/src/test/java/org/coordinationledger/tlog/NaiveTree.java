package org.coordinationledger.tlog;

import java.util.ArrayList;
import java.util.List;

/** RFC 6962, section 2.1, word for word and as slow as it reads. */
final class NaiveTree {

    private NaiveTree() {}

    static Hash root(List<byte[]> d) {
        if (d.isEmpty()) {
            return Hash.EMPTY_ROOT;
        }
        if (d.size() == 1) {
            return Hash.ofLeaf(d.get(0));
        }
        int k = k(d.size());
        return Hash.ofNode(root(d.subList(0, k)), root(d.subList(k, d.size())));
    }

    static List<Hash> path(int m, List<byte[]> d) {
        if (d.size() == 1) {
            return new ArrayList<>();
        }
        int k = k(d.size());
        List<Hash> path;
        if (m < k) {
            path = path(m, d.subList(0, k));
            path.add(root(d.subList(k, d.size())));
        } else {
            path = path(m - k, d.subList(k, d.size()));
            path.add(root(d.subList(0, k)));
        }
        return path;
    }

    static List<Hash> proof(int m, List<byte[]> d) {
        return subproof(m, d, true);
    }

    private static List<Hash> subproof(int m, List<byte[]> d, boolean b) {
        if (m == d.size()) {
            return b ? new ArrayList<>() : new ArrayList<>(List.of(root(d)));
        }
        int k = k(d.size());
        List<Hash> proof;
        if (m <= k) {
            proof = subproof(m, d.subList(0, k), b);
            proof.add(root(d.subList(k, d.size())));
        } else {
            proof = subproof(m - k, d.subList(k, d.size()), false);
            proof.add(root(d.subList(0, k)));
        }
        return proof;
    }

    private static int k(int n) {
        return Integer.highestOneBit(n - 1);
    }
}
