package tacit.pulse.guardrails;

import java.util.List;

/** What the guardrails know, to be shown to people. */
public final class Limits {

    /** Each rule once, those that deny first. */
    public static final List<Finding> ALL = List.of(
            Finding.denied("command.accounts", "A command changes who may log in"),
            Finding.denied("command.bomb", "A command starts processes without end"),
            Finding.denied("command.container", "A command leaves its container"),
            Finding.denied("command.disk", "A command writes to a disk past the file system"),
            Finding.denied("command.fed", "A command runs what comes out of a pipe or from elsewhere"),
            Finding.denied("command.halt", "A command stops the machine or all that runs on it"),
            Finding.denied("command.privilege", "A command takes the rights of somebody else"),
            Finding.denied("command.removal", "A command removes a whole system or home"),
            Finding.denied("command.rights", "A command gives rights to everybody, or changes those of a whole system"),
            Finding.denied("command.system", "A command changes who may do what on this machine"),
            Finding.denied("command.windows", "A command removes, formats or takes over a Windows machine"),
            Finding.denied("path.policy", "A change of a file that holds the rules of a workspace"),
            Finding.denied("path.system", "A change of a disk, or of who may do what on this machine"),
            Finding.denied("path.vital", "A removal of a whole system or home"),
            Finding.unclear("Nobody can know what a command does before it runs"));

    private Limits() {}
}
