package tacit.runtime.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tacit.runtime.sandbox.process.Cell;
import tacit.runtime.sandbox.process.CellCommand;
import tacit.runtime.sandbox.process.CellStarter;
import tacit.runtime.sandbox.process.WarmCells;
import tacit.runtime.sandbox.walls.AllWalls;
import tacit.runtime.sandbox.walls.Folders;
import tacit.runtime.sandbox.walls.Limits;
import tacit.runtime.sandbox.walls.Probe;
import tacit.runtime.sandbox.walls.Tools;
import tacit.runtime.sandbox.walls.VisiblePaths;
import tacit.runtime.sandbox.walls.Walls;

/** The walls that stand on this system, with the child processes behind them. Thread-safe. */
final class Cells implements AutoCloseable {

    private static final int FEW = 10;
    private static final int BYTES_PER_CHARACTER = 3;
    private static final int FRAME_HEADER = 64;

    private final Walls walls;
    private final Folders folders;
    private final CellStarter starter;
    private final WarmCells warm;

    private Cells(Walls walls, Folders folders, CellStarter starter, WarmCells warm) {
        this.walls = walls;
        this.folders = folders;
        this.starter = starter;
        this.warm = warm;
    }

    /** Tries the walls, which takes as long as a small program. */
    static Cells of(Settings settings) throws IOException {
        Path java = settings.java().toRealPath();
        Path image = settings.home().resolve("cell").toRealPath();
        Folders folders = new Folders(settings.data().resolve("sandbox"));
        CellCommand command = new CellCommand(java, image, settings.heapMegabytes());
        Limits limits = new Limits(
                settings.threads(),
                settings.folderMegabytes(),
                settings.heapMegabytes() + CellCommand.BEYOND_HEAP_MEGABYTES);
        List<Path> visible = VisiblePaths.of(java, List.of(image));
        String user = folders.owner();
        Probe probe = new Probe(limits, folders, user, command::lookAround, outOfSight(settings, visible));
        Walls walls =
                probe.best(AllWalls.upTo(settings.highest(), user.equals("0"), Tools.ofSystem(), limits, visible));
        int maxFrame = settings.answerKilobytes() * 1024 * BYTES_PER_CHARACTER + FRAME_HEADER;
        CellStarter starter = new CellStarter(
                walls, folders, command, new Cell.Bounds(settings.heapMegabytes(), maxFrame), settings.start());
        return new Cells(walls, folders, starter, new WarmCells(starter, settings.warmCells(), settings.idle()));
    }

    /** What an isolated program must not see: the data, the home of the user, the accounts of the system. */
    private static List<String> outOfSight(Settings settings, List<Path> visible) throws IOException {
        List<Path> paths = new ArrayList<>(List.of(Path.of("/etc/passwd"), Path.of("/etc/shadow")));
        paths.addAll(some(settings.data(), visible));
        paths.addAll(some(Path.of(System.getProperty("user.home")), visible));
        return paths.stream().map(Path::toString).toList();
    }

    /** Some entries of a folder; the folder itself may be there, as a way to something visible. */
    private static List<Path> some(Path folder, List<Path> visible) throws IOException {
        if (!Files.isReadable(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry ->
                            visible.stream().noneMatch(shown -> shown.startsWith(entry) || entry.startsWith(shown)))
                    .sorted()
                    .limit(FEW)
                    .toList();
        }
    }

    Walls walls() {
        return walls;
    }

    WarmCells warm() {
        return warm;
    }

    @Override
    public void close() {
        warm.close();
        starter.close();
        folders.close();
    }
}
