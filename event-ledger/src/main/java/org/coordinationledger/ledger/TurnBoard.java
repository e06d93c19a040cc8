package org.coordinationledger.ledger;

import org.jspecify.annotations.Nullable;

/** Where the processes of one ledger agree on whose turn it is. What is written here may be lost, and nothing depends on it. */
interface TurnBoard {

    /**
     * The present state; null if there is none yet.
     *
     * @throws com.mongodb.MongoException if the board is out of reach
     */
    @Nullable Turn read();

    /**
     * Changes the state unless another process was first.
     *
     * @param seen the state that the change was made on; null if there was none
     * @return whether the change was made
     * @throws com.mongodb.MongoException if the board is out of reach; the change may have been made
     */
    boolean replace(@Nullable Turn seen, Turn next);
}
