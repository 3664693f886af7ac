package tacit.runtime.ledger;

import java.io.IOException;

/** The end of the ledger's file: the only place where it changes. */
interface LedgerTail {

    /** Writes at a position and returns after it is on disk. */
    void write(long position, byte[] line) throws IOException;

    /** Cuts everything from a position on and returns after that is on disk. */
    void cut(long position) throws IOException;
}
