package tacit.runtime.cell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/**
 * The child process of the sandbox: starts a small framework, then hands requests from the pipe to the agent in it.
 *
 * <p>It ends when the host closes the pipe, whatever the candidate is doing at that moment.
 */
public final class Main {

    /** The host is gone, or has no more questions. */
    private static final int NOT_NEEDED = 0;

    /** Somebody else read from the pipe. */
    private static final int PIPE_BROKEN = 90;

    private static final int CANNOT_START = 91;
    private static final byte[] READY = {1};

    private final Wire wire;
    private final BlockingQueue<Frame> requests = new LinkedBlockingQueue<>();

    private Main(Wire wire) {
        this.wire = wire;
    }

    /** Takes the folder of the bundles and the private folder of the process. */
    public static void main(String[] arguments) {
        try {
            Main cell = new Main(Wire.takeStandardStreams());
            Thread reader = new Thread(cell::readRequests, "cell-requests");
            reader.setDaemon(true);
            reader.start();
            cell.serve(SmallFramework.start(Path.of(arguments[0]), Path.of(arguments[1])));
        } catch (Exception failure) {
            failure.printStackTrace();
            Runtime.getRuntime().halt(CANNOT_START);
        }
    }

    /** A thread of its own, because the end of the pipe must be seen while a candidate runs. */
    private void readRequests() {
        try {
            while (true) {
                requests.add(wire.read());
            }
        } catch (java.io.EOFException hostGone) {
            Runtime.getRuntime().halt(NOT_NEEDED);
        } catch (IOException broken) {
            Runtime.getRuntime().halt(PIPE_BROKEN);
        }
    }

    private void serve(Function<byte[], byte[]> agent) throws IOException, InterruptedException {
        wire.write(new Frame(0, READY));
        while (true) {
            Frame request = requests.take();
            wire.write(new Frame(request.sequence(), agent.apply(request.body())));
        }
    }
}
