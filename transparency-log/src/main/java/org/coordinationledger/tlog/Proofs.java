package org.coordinationledger.tlog;

import java.util.List;

/** Whether proofs hold, by the algorithms of RFC 9162, sections 2.1.3.2 and 2.1.4.2. */
public final class Proofs {

    private Proofs() {}

    /** Whether the entry with this leaf hash is the one at {@code index} in the tree of that size and root. */
    public static boolean includes(long index, long size, Hash leaf, List<Hash> proof, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        TreeHasher hasher = new TreeHasher();
        long node = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash sibling : proof) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = hasher.node(sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = hasher.node(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /** Whether the tree of the smaller size and root is a prefix of the one of the larger size and root. */
    public static boolean consistent(long old, Hash oldRoot, long size, Hash root, List<Hash> proof) {
        if (old < 0 || old > size) {
            return false;
        }
        if (old == size) {
            return proof.isEmpty() && oldRoot.equals(root);
        }
        if (old == 0) {
            return proof.isEmpty() && oldRoot.equals(Hash.EMPTY_ROOT);
        }
        int next = 0;
        Hash first;
        if (Long.bitCount(old) == 1) {
            first = oldRoot;
        } else if (proof.isEmpty()) {
            return false;
        } else {
            first = proof.get(next++);
        }
        TreeHasher hasher = new TreeHasher();
        long node = old - 1;
        long last = size - 1;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        Hash small = first;
        Hash large = first;
        for (; next < proof.size(); next++) {
            if (last == 0) {
                return false;
            }
            Hash hash = proof.get(next);
            if ((node & 1) == 1 || node == last) {
                small = hasher.node(hash, small);
                large = hasher.node(hash, large);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                large = hasher.node(large, hash);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && small.equals(oldRoot) && large.equals(root);
    }
}
