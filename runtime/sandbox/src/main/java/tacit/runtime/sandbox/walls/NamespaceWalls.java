package tacit.runtime.sandbox.walls;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tacit.api.sandbox.SandboxLevel;

/** Namespaces of its own with a root of few named paths, by the tools of util-linux alone. */
final class NamespaceWalls implements Walls {

    private static final String SCRIPT = script();

    private final Tools tools;
    private final Limits limits;
    private final List<Path> visible;
    private final boolean root;

    /** As root it also changes the user; anybody else needs user namespaces, and keeps the own user without its files. */
    NamespaceWalls(Tools tools, Limits limits, List<Path> visible, boolean root) {
        this.tools = tools;
        this.limits = limits;
        this.visible = List.copyOf(visible);
        this.root = root;
    }

    @Override
    public SandboxLevel level() {
        return SandboxLevel.ISOLATED;
    }

    @Override
    public List<String> words() {
        return List.of(
                Words.NAMESPACES + " (unshare)",
                root ? Words.OTHER_USER + " (setpriv)" : Words.NO_RIGHTS + " (setpriv)",
                Words.LIMITS + " (prlimit)");
    }

    @Override
    public boolean available() {
        return tools.have("sh", "env", "mount", "unshare", "setpriv", "prlimit");
    }

    @Override
    public boolean foreignUser() {
        return false;
    }

    @Override
    public List<String> command(Path folder, int user, Function<Path, List<String>> program) {
        List<String> command = new ArrayList<>(List.of(tools.path("setpriv"), "--pdeathsig", "KILL", "--"));
        command.add(tools.path("unshare"));
        if (!root) {
            command.addAll(List.of("--user", "--map-root-user"));
        }
        command.addAll(List.of("--mount", "--net", "--ipc", "--uts", "--pid", "--fork", "--kill-child", "--"));
        command.addAll(List.of(tools.path("sh"), "-c", SCRIPT, "tacit-walls"));
        command.addAll(List.of(folder.toString(), Words.ROOM.toString(), root ? String.valueOf(user) : "0"));
        command.add(limits.folderMegabytes() + "m");
        visible.forEach(path -> command.add(path.toString()));
        command.addAll(List.of(tools.path("setpriv"), tools.path("prlimit"), "--"));
        command.addAll(withoutRights(user));
        command.addAll(limits.commandForOwnUser(tools));
        command.add("--");
        command.addAll(program.apply(Words.ROOM));
        return command;
    }

    private List<String> withoutRights(int user) {
        List<String> command = new ArrayList<>(List.of(tools.path("setpriv")));
        if (root) {
            command.addAll(UserWalls.identity(user));
        }
        command.addAll(UserWalls.NO_RIGHTS);
        return command;
    }

    private static String script() {
        try (InputStream content = NamespaceWalls.class.getResourceAsStream("own-root.sh")) {
            if (content == null) {
                throw new IllegalStateException("Cannot find resource 'own-root.sh'");
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
