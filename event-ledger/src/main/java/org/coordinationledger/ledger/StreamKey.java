package org.coordinationledger.ledger;

/**
 * The text by which an entry is found in its stream and by which no two entries can take the same place in it:
 * {@code <stream id>@<sequence in ten digits>}.
 */
final class StreamKey {

    private StreamKey() {
    }

    static String of(String streamId, long sequence) {
        return streamId + "@" + String.format("%010d", sequence);
    }

    static String streamId(String key) {
        return key.substring(0, key.lastIndexOf('@'));
    }

    static long sequence(String key) {
        return Long.parseLong(key.substring(key.lastIndexOf('@') + 1));
    }
}
