package tacit.runtime.sandbox.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Java command of a child process.
 *
 * @param java the home of the Java to run, without links in its path
 * @param cell the folder of the image that holds {@code lib} and {@code bundles}
 * @param heapMegabytes the largest heap
 */
public record CellCommand(Path java, Path cell, int heapMegabytes) {

    /** Memory of a process beyond its heap: code, classes, threads, buffers. */
    public static final int BEYOND_HEAP_MEGABYTES = 384;

    private static final String MAIN = "tacit.runtime.cell.Main";
    private static final String LOOK_AROUND = "tacit.runtime.cell.LookAround";

    List<String> cell(Path room) {
        List<String> command = java(room);
        command.addAll(List.of(MAIN, cell.resolve("bundles").toString(), room.toString()));
        return command;
    }

    /** The program that tries the walls. */
    public List<String> lookAround(Path room, List<String> arguments) {
        List<String> command = java(room);
        command.add(LOOK_AROUND);
        command.addAll(arguments);
        return command;
    }

    private List<String> java(Path room) {
        return new ArrayList<>(List.of(
                java.resolve("bin/java").toString(),
                "-Xmx" + heapMegabytes + "m",
                "-Xss512k",
                "-XX:MaxMetaspaceSize=96m",
                "-XX:MaxDirectMemorySize=16m",
                "-XX:ReservedCodeCacheSize=48m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                // Standard output is the protocol: the virtual machine prints elsewhere
                "-XX:+DisplayVMOutputToStderr",
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "-XX:-UsePerfData",
                "-XX:+DisableAttachMechanism",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + room.resolve("crash.log"),
                "-Djava.io.tmpdir=" + room,
                "-Duser.home=" + room,
                "-Duser.name=cell",
                "-Duser.timezone=UTC",
                "-Dfile.encoding=UTF-8",
                "-Djava.awt.headless=true",
                "-cp",
                classPath()));
    }

    private String classPath() {
        try (Stream<Path> jars = Files.list(cell.resolve("lib"))) {
            return jars.filter(jar -> jar.toString().endsWith(".jar"))
                    .map(Path::toString)
                    .sorted()
                    .collect(Collectors.joining(File.pathSeparator));
        } catch (IOException missing) {
            throw new IllegalStateException("Cannot find the image's folder '" + cell.resolve("lib") + "'", missing);
        }
    }
}
