package tacit.runtime.sandbox.walls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.sandbox.SandboxLevel;

/** Finds the best walls that stand: runs a program behind each, best first, that tries what a candidate could try. */
public final class Probe {

    private static final Logger log = LoggerFactory.getLogger(Probe.class);
    private static final int SECONDS = 20;
    private static final int USER = 60_705;

    private final Limits limits;
    private final Folders folders;
    private final String ownUser;
    private final BiFunction<Path, List<String>, List<String>> lookAround;
    private final List<String> outOfSight;

    /**
     * @param ownUser the user id of the host; empty where the system has none
     * @param lookAround the command that looks around, for a private folder and the arguments
     * @param outOfSight files and folders that an isolated program must not see
     */
    public Probe(
            Limits limits,
            Folders folders,
            String ownUser,
            BiFunction<Path, List<String>, List<String>> lookAround,
            List<String> outOfSight) {
        this.limits = limits;
        this.folders = folders;
        this.ownUser = ownUser;
        this.lookAround = lookAround;
        this.outOfSight = List.copyOf(outOfSight);
    }

    /**
     * The first of these that does what it says.
     *
     * @throws IllegalStateException when not even a plain process starts
     */
    public Walls best(List<Walls> bestFirst) {
        List<String> fallen = new ArrayList<>();
        for (Walls walls : bestFirst) {
            String flaw = walls.available() ? flaw(walls) : "a program that it needs is missing";
            if (flaw.isEmpty()) {
                log.info("Sandbox level {}: {}; not used: {}", walls.level(), walls.words(), fallen);
                return walls;
            }
            fallen.add(walls.words().get(0) + ": " + flaw);
        }
        throw new IllegalStateException("Cannot start a child process: " + fallen);
    }

    private String flaw(Walls walls) {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<String> arguments = new ArrayList<>(List.of(String.valueOf(listener.getLocalPort())));
            arguments.addAll(outOfSight);
            return flaw(walls.level(), run(walls, arguments));
        } catch (IOException cannotRun) {
            return String.valueOf(cannotRun.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    private Sight run(Walls walls, List<String> arguments) throws IOException, InterruptedException {
        Path folder = folders.create(USER, walls.foreignUser());
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(walls.command(folder, USER, room -> lookAround.apply(room, arguments)));
            builder.environment().clear();
            Process process = builder.directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            process.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).exceptionally(late -> process.destroyForcibly());
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return Sight.read(output.lines().toList());
        } finally {
            folders.delete(folder);
        }
    }

    /** Empty when what was seen fits the level. */
    private String flaw(SandboxLevel level, Sight sight) {
        if (!sight.complete()) {
            return "the system does not allow it";
        }
        if (level == SandboxLevel.PROCESS) {
            return "";
        }
        if (!sight.limited(limits)) {
            return "its limits are not in force";
        }
        if (level == SandboxLevel.LIMITED) {
            return sight.user().equals(ownUser) ? "it runs as the host's user" : "";
        }
        return sight.processes() == 1
                ? String.join(", ", sight.leaks())
                : "it sees " + sight.processes() + " processes";
    }
}
