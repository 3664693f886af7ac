package tacit.runtime.sandbox.walls;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tacit.api.sandbox.SandboxLevel;

/** Another user for each process, and limits: for a host that runs as root where namespaces are forbidden. */
final class UserWalls implements Walls {

    static final List<String> NO_RIGHTS =
            List.of("--no-new-privs", "--inh-caps=-all", "--bounding-set=-all", "--pdeathsig", "KILL", "--");

    private final Tools tools;
    private final Limits limits;

    UserWalls(Tools tools, Limits limits) {
        this.tools = tools;
        this.limits = limits;
    }

    static List<String> identity(int user) {
        return List.of("--reuid", String.valueOf(user), "--regid", String.valueOf(user), "--clear-groups");
    }

    @Override
    public SandboxLevel level() {
        return SandboxLevel.LIMITED;
    }

    @Override
    public List<String> words() {
        return List.of(Words.OTHER_USER + " (setpriv)", Words.LIMITS + " (prlimit)");
    }

    @Override
    public boolean available() {
        return tools.have("setpriv", "prlimit");
    }

    @Override
    public boolean foreignUser() {
        return true;
    }

    @Override
    public List<String> command(Path folder, int user, Function<Path, List<String>> program) {
        List<String> command = new ArrayList<>(List.of(tools.path("setpriv")));
        command.addAll(identity(user));
        command.addAll(NO_RIGHTS);
        command.addAll(limits.commandForOwnUser(tools));
        command.add("--");
        command.addAll(program.apply(folder));
        return command;
    }
}
