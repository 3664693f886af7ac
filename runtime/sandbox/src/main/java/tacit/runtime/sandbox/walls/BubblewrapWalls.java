package tacit.runtime.sandbox.walls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tacit.api.sandbox.SandboxLevel;

/** The same by bubblewrap, for users who may not make namespaces otherwise. */
final class BubblewrapWalls implements Walls {

    private final Tools tools;
    private final Limits limits;
    private final List<Path> visible;

    BubblewrapWalls(Tools tools, Limits limits, List<Path> visible) {
        this.tools = tools;
        this.limits = limits;
        this.visible = List.copyOf(visible);
    }

    @Override
    public SandboxLevel level() {
        return SandboxLevel.ISOLATED;
    }

    @Override
    public List<String> words() {
        return List.of(
                Words.NAMESPACES + " (bubblewrap)", Words.NO_RIGHTS + " (bubblewrap)", Words.LIMITS + " (prlimit)");
    }

    @Override
    public boolean available() {
        return tools.have("bwrap", "prlimit");
    }

    @Override
    public boolean foreignUser() {
        return false;
    }

    @Override
    public List<String> command(Path folder, int user, Function<Path, List<String>> program) {
        List<String> command = new ArrayList<>(List.of(tools.path("bwrap"), "--unshare-all", "--unshare-user"));
        command.addAll(List.of("--die-with-parent", "--as-pid-1", "--new-session", "--clearenv", "--cap-drop", "ALL"));
        visible.stream().filter(path -> !path.startsWith("/dev")).forEach(path -> show(command, path));
        show(command, Path.of(tools.path("prlimit")));
        command.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
        command.addAll(List.of("--perms", "0700", "--size", String.valueOf(limits.folderMegabytes() * 1024L * 1024)));
        command.addAll(List.of("--tmpfs", Words.ROOM.toString(), "--remount-ro", "/"));
        command.addAll(List.of("--chdir", Words.ROOM.toString(), "--"));
        command.addAll(limits.commandForOwnUser(tools));
        command.add("--");
        command.addAll(program.apply(Words.ROOM));
        return command;
    }

    private static void show(List<String> command, Path path) {
        try {
            command.addAll(
                    Files.isSymbolicLink(path)
                            ? List.of("--symlink", Files.readSymbolicLink(path).toString(), path.toString())
                            : List.of("--ro-bind", path.toString(), path.toString()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
