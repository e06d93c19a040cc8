package org.coordinationledger.ledger;

/** The metadata keys that the ledger itself reads. */
public final class LedgerMetadata {

    /** Opaque code of the person who acts; MUST NOT contain '/'. */
    public static final String ACTOR = "actor";

    /** Key under which the actor's request is recorded once. */
    public static final String REQUEST_KEY = "requestKey";

    /** Digest of the command, to tell a repeated request from another one under the same key. */
    public static final String COMMAND_DIGEST = "commandDigest";

    private LedgerMetadata() {
    }

    /** The text by which a request is found again; different pairs never give the same text. */
    static String request(String actor, String requestKey) {
        if (actor.isEmpty() || actor.indexOf('/') >= 0 || requestKey.isEmpty()) {
            throw new IllegalArgumentException("an actor has a code without '/', and a request key is not empty");
        }
        return actor + "/" + requestKey;
    }
}
