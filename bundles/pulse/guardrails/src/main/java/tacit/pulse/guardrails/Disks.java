package tacit.pulse.guardrails;

import java.util.Optional;
import java.util.Set;

/** Refuses what writes past the file system, and what writes to files that say who may do what. */
final class Disks implements CommandRule {

    private static final Set<String> ALWAYS = Set.of(
            "dd",
            "mkfs",
            "mke2fs",
            "mkdosfs",
            "mkswap",
            "wipefs",
            "blkdiscard",
            "sgdisk",
            "gdisk",
            "cfdisk",
            "cgdisk",
            "badblocks",
            "newfs",
            "dcfldd",
            "nwipe");
    private static final Set<String> UNLESS_LISTING = Set.of("fdisk", "sfdisk", "parted", "diskutil");
    private static final String WRITERS =
            "tee|cp|mv|shred|install|truncate|rsync|wipe|ln|scp|sponge|sed|pv|cryptsetup|pvcreate|zpool";

    @Override
    public Optional<Finding> of(SimpleCommand command, boolean vital) {
        String program = command.program();
        boolean formats = Names.isOneOf(program, ALWAYS)
                || program.startsWith("mkfs.")
                || program.startsWith("newfs_")
                || (Names.isOneOf(program, UNLESS_LISTING)
                        && !command.hasArgument("-l|--list|list|print|info|-v|--version|-d|--dump|--help"));
        if (formats) {
            return denied("command.disk", "It writes to disks past the file system");
        }
        if (command.targets().stream().anyMatch(word -> ProtectedPaths.isDisk(word.text()))
                || (program.matches(WRITERS) && command.texts().stream().anyMatch(ProtectedPaths::isDisk))) {
            return denied("command.disk", "It writes to a disk");
        }
        if (command.targets().stream().anyMatch(word -> isGuarded(word.text()))
                || (writes(command) && command.texts().stream().anyMatch(Disks::isGuarded))) {
            return denied("command.system", "It changes who may do what on this machine");
        }
        return Optional.empty();
    }

    private static boolean writes(SimpleCommand command) {
        return command.program().matches("tee|mv|install|truncate|shred|ln|sponge|rm|unlink|vi|vim|nano|ed")
                || (command.program().equals("sed") && command.hasArgument("-[a-z]*i.*|--in-place.*"))
                || (command.program().matches("cp|rsync|scp")
                        && !command.texts().isEmpty()
                        && isGuarded(command.texts().get(command.texts().size() - 1)));
    }

    private static boolean isGuarded(String path) {
        return ProtectedPaths.isOfSystem(path) || PolicyFiles.isOne(path);
    }

    private static Optional<Finding> denied(String rule, String reason) {
        return Optional.of(Finding.denied(rule, reason));
    }
}
