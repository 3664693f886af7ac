package tacit.runtime.sandbox.process;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StreamCorruptedException;

/**
 * The pipe to a child process: frames of a secret token, a sequence number, a length and a body. Used by one thread at a time.
 *
 * <p>Whatever else arrives was written by the candidate.
 */
final class Wire {

    private final DataInputStream in;
    private final DataOutputStream out;
    private final long token;
    private final int maxBody;
    private int sequence;

    /** Both streams are unread and unwritten. */
    Wire(InputStream in, OutputStream out, long token, int maxBody) {
        this.in = new DataInputStream(new BufferedInputStream(in));
        this.out = new DataOutputStream(new BufferedOutputStream(out));
        this.token = token;
        this.maxBody = maxBody;
    }

    /** Tells the token and waits for the first frame. */
    byte[] greet() throws IOException {
        out.writeLong(token);
        out.flush();
        return read();
    }

    /** Sends a request and waits for its answer. */
    byte[] exchange(byte[] body) throws IOException {
        sequence++;
        out.writeLong(token);
        out.writeInt(sequence);
        out.writeInt(body.length);
        out.write(body);
        out.flush();
        return read();
    }

    private byte[] read() throws IOException {
        boolean ours = in.readLong() == token && in.readInt() == sequence;
        int length = ours ? in.readInt() : -1;
        if (length < 1 || length > maxBody) {
            throw new StreamCorruptedException("Cannot read an answer: somebody else wrote into the pipe");
        }
        byte[] body = new byte[length];
        in.readFully(body);
        return body;
    }
}
