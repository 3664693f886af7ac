package tacit.pulse.guardrails;

import java.util.Optional;
import java.util.Set;

/** Refuses what takes the rights of somebody else, gives everybody all rights, or leaves what it is shut in. */
final class Privileges implements CommandRule {

    private static final Set<String> OTHERS = Set.of(
            "sudo",
            "sudo-rs",
            "sudoedit",
            "visudo",
            "doas",
            "su",
            "pkexec",
            "runuser",
            "run0",
            "gosu",
            "su-exec",
            "gsudo",
            "runas",
            "please");
    private static final Set<String> ACCOUNTS = Set.of(
            "passwd", "chpasswd", "useradd", "userdel", "usermod", "adduser", "deluser", "groupadd", "gpasswd", "vipw");
    private static final Set<String> HALTS = Set.of("shutdown", "reboot", "halt", "poweroff", "telinit");
    private static final String ALL_RIGHTS =
            "[0-7]{0,2}777|(?:a|ugo|ogu|uog|gou|oug|guo)?[+=]rwx[st]*|.*\\bo[+=][rx]*w[rx]*.*|.*\\ba[+=][rx]*w[rx]*.*";

    @Override
    public Optional<Finding> of(SimpleCommand command, boolean vital) {
        String program = command.program();
        if (Names.isOneOf(program, OTHERS)) {
            return denied("command.privilege", "It takes the rights of somebody else");
        }
        if (Names.isOneOf(program, ACCOUNTS)) {
            return denied("command.accounts", "It changes who may log in");
        }
        if (Names.isOneOf(program, HALTS)
                || (program.matches("systemctl|loginctl") && command.hasArgument("poweroff|reboot|halt|kexec|suspend"))
                || (program.equals("init") && command.hasArgument("[06]"))
                || (program.equals("kill")
                        && command.hasArgument("-1")
                        && command.texts().size() > 1)) {
            return denied("command.halt", "It stops the machine or all that runs on it");
        }
        if (Names.isOneOf(program, Set.of("chmod")) && command.hasArgument(ALL_RIGHTS)) {
            return denied("command.rights", "It lets everybody write");
        }
        if (program.matches("chmod|chown|chgrp")
                && command.hasArgument("-[A-Za-z]*R.*|--recursive")
                && hasVital(command)) {
            return denied("command.rights", "It changes the rights of a whole system or home");
        }
        if (program.matches("docker|podman|nerdctl")
                && command.hasArgument(
                        "--privileged(?:=true)?|--pid=host|(?:--volume=|-v)?/:.*|.*source=/,.*|.*/docker\\.sock.*")) {
            return denied("command.container", "It leaves the container");
        }
        return Optional.empty();
    }

    private static boolean hasVital(SimpleCommand command) {
        return command.texts().stream().anyMatch(ProtectedPaths::isVital);
    }

    private static Optional<Finding> denied(String rule, String reason) {
        return Optional.of(Finding.denied(rule, reason));
    }
}
