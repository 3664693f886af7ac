package tacit.runtime.cell;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Tries what a candidate could try and prints what it found, so that the host knows which of its walls stand. */
public final class LookAround {

    private static final Path PROCESSES = Path.of("/proc");
    private static final int CONNECT_MILLIS = 500;

    private LookAround() {}

    /** Takes a port of the host on the loopback address, then files and folders that should be out of sight. */
    public static void main(String[] arguments) throws IOException {
        List<String> names = List.of(arguments).subList(1, arguments.length);
        look(Integer.parseInt(arguments[0]), names).forEach(System.out::println);
    }

    /** What it finds, line by line; {@code done} at the end. */
    static List<String> look(int port, List<String> names) throws IOException {
        List<String> found = new ArrayList<>();
        found.addAll(lines("status", "Uid:"));
        found.addAll(lines("limits", "Max processes", "Max open files", "Max file size"));
        if (Files.isDirectory(PROCESSES)) {
            found.add("processes " + processes());
        }
        if (connects(port)) {
            found.add("network");
        }
        names.stream().filter(name -> Files.exists(Path.of(name))).forEach(name -> found.add("sees " + name));
        found.add("done");
        return found;
    }

    private static List<String> lines(String file, String... begins) throws IOException {
        Path path = PROCESSES.resolve("self").resolve(file);
        return Files.isReadable(path)
                ? Files.readAllLines(path).stream()
                        .filter(line -> Stream.of(begins).anyMatch(line::startsWith))
                        .toList()
                : List.of();
    }

    private static long processes() throws IOException {
        try (Stream<Path> entries = Files.list(PROCESSES)) {
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
