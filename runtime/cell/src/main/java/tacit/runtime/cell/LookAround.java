package tacit.runtime.cell;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Tries what a candidate could try and prints what it found, so that the host knows which of its walls stand. */
public final class LookAround {

    private static final int CONNECT_MILLIS = 500;

    private LookAround() {}

    /** Takes a port of the host on the loopback address, then files and folders that should be out of sight. */
    public static void main(String[] arguments) throws IOException {
        Path self = Path.of("/proc/self");
        print(self.resolve("status"), "Uid:");
        print(self.resolve("limits"), "Max processes", "Max open files", "Max file size");
        if (Files.isDirectory(self)) {
            System.out.println("processes " + processes());
        }
        if (connects(Integer.parseInt(arguments[0]))) {
            System.out.println("network");
        }
        Arrays.stream(arguments, 1, arguments.length)
                .filter(name -> Files.exists(Path.of(name)))
                .forEach(name -> System.out.println("sees " + name));
        System.out.println("done");
    }

    private static void print(Path file, String... begins) throws IOException {
        if (Files.isReadable(file)) {
            List<String> lines = Files.readAllLines(file);
            lines.stream()
                    .filter(line -> Stream.of(begins).anyMatch(line::startsWith))
                    .forEach(System.out::println);
        }
    }

    private static long processes() throws IOException {
        try (Stream<Path> entries = Files.list(Path.of("/proc"))) {
            return entries.filter(entry -> entry.getFileName().toString().matches("\\d+"))
                    .count();
        }
    }

    private static boolean connects(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException outOfReach) {
            return false;
        }
    }
}
