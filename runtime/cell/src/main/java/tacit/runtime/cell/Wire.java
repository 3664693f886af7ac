package tacit.runtime.cell;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StreamCorruptedException;

/**
 * The pipe to the host: frames of a secret token, a sequence number, a length and a body. One thread reads, one writes.
 *
 * <p>The host sends the token first. Whoever writes to or reads from the pipe without it is found out at the next frame.
 */
final class Wire {

    private static final int MAX_BODY = 1 << 27;

    private final DataInputStream in;
    private final DataOutputStream out;
    private final long token;

    private Wire(DataInputStream in, DataOutputStream out, long token) {
        this.in = in;
        this.out = out;
        this.token = token;
    }

    /** Takes the standard streams for itself: everybody else reads nothing and prints to standard error. */
    static Wire takeStandardStreams() throws IOException {
        InputStream input = new FileInputStream(FileDescriptor.in);
        OutputStream output = new FileOutputStream(FileDescriptor.out);
        System.setIn(InputStream.nullInputStream());
        System.setOut(System.err);
        return open(input, output);
    }

    static Wire open(InputStream input, OutputStream output) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(input));
        return new Wire(in, new DataOutputStream(new BufferedOutputStream(output)), in.readLong());
    }

    /** Waits for the next frame. */
    Frame read() throws IOException {
        long mark = in.readLong();
        if (mark != token) {
            throw new StreamCorruptedException("Cannot read a request: somebody else read from the pipe");
        }
        int sequence = in.readInt();
        int length = in.readInt();
        if (length < 1 || length > MAX_BODY) {
            throw new StreamCorruptedException("Cannot read a request of " + length + " bytes");
        }
        byte[] body = new byte[length];
        in.readFully(body);
        return new Frame(sequence, body);
    }

    void write(Frame frame) throws IOException {
        out.writeLong(token);
        out.writeInt(frame.sequence());
        out.writeInt(frame.body().length);
        out.write(frame.body());
        out.flush();
    }
}
