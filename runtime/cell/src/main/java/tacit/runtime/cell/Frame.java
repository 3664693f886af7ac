package tacit.runtime.cell;

/**
 * One message on the pipe.
 *
 * @param sequence of the request; the answer carries the same
 * @param body its first byte says what it is
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and made once for each message
record Frame(int sequence, byte[] body) {}
