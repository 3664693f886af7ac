package tacit.runtime.sandbox.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads what a child process prints to its end, and keeps the begin of it. Thread-safe. */
final class ErrorOutput implements Runnable {

    private static final int KEPT = 8_192;

    private final InputStream in;
    private final Object lock = new Object();
    private final byte[] begin = new byte[KEPT];
    private int length;

    ErrorOutput(InputStream in) {
        this.in = in;
    }

    @Override
    public void run() {
        byte[] buffer = new byte[KEPT];
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                keep(buffer, count);
            }
        } catch (IOException ended) {
            keep(new byte[0], 0);
        }
    }

    private void keep(byte[] buffer, int count) {
        synchronized (lock) {
            int fitting = Math.min(count, KEPT - length);
            System.arraycopy(buffer, 0, begin, length, fitting);
            length += fitting;
        }
    }

    String text() {
        synchronized (lock) {
            return new String(begin, 0, length, StandardCharsets.UTF_8);
        }
    }
}
