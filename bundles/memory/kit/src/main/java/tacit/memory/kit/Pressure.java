package tacit.memory.kit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tacit.api.memory.MemoryPressure;
import tacit.api.memory.MemoryPressure.FilePressure;
import tacit.api.memory.MemoryPressure.Level;
import tacit.api.memory.WorkspaceFile;

/** Measures how full the files are that every prompt shows. */
final class Pressure {

    private static final List<Contract> LOOKED_AT = List.of(Contract.USER, Contract.MEMORY, Contract.SOUL);
    private static final double WATCH = 0.65;
    private static final double COMPACT = 0.80;
    private static final int SHORTEST_LINE = 16;

    private Pressure() {}

    static MemoryPressure of(Folder folder) {
        List<FilePressure> files = LOOKED_AT.stream()
                .map(contract -> of(contract, folder.readKit(contract.path())))
                .toList();
        boolean compact = files.stream().anyMatch(file -> file.level() == Level.COMPACT);
        return new MemoryPressure(files, compact, instructions(files));
    }

    private static FilePressure of(Contract contract, Optional<WorkspaceFile> file) {
        String text = file.map(WorkspaceFile::text).orElse("");
        double pressure = Math.min(1, (double) text.length() / contract.longest());
        Level level = pressure >= COMPACT ? Level.COMPACT : pressure >= WATCH ? Level.WATCH : Level.OK;
        int duplicates = duplicates(text);
        return new FilePressure(
                contract.path(),
                file.isPresent(),
                text.length(),
                contract.longest(),
                pressure,
                level,
                duplicates,
                recommendations(contract, file.isPresent(), level, duplicates));
    }

    private static int duplicates(String text) {
        Set<String> seen = new HashSet<>();
        int duplicates = 0;
        for (String line : text.lines().toList()) {
            String plain =
                    line.strip().replaceFirst("^(?:[-*+]|\\d+[.)])\\s+", "").strip();
            boolean counted = !plain.startsWith("#") && plain.length() >= SHORTEST_LINE;
            duplicates += counted && !seen.add(plain.toLowerCase(Locale.ROOT)) ? 1 : 0;
        }
        return duplicates;
    }

    private static List<String> recommendations(Contract contract, boolean there, Level level, int duplicates) {
        List<String> words = new ArrayList<>();
        if (!there) {
            words.add("Create " + contract.path());
        }
        if (level == Level.WATCH) {
            words.add("Review " + contract.path() + " soon");
        }
        if (level == Level.COMPACT) {
            words.add("Shorten " + contract.path());
        }
        if (duplicates > 0) {
            words.add("Remove " + duplicates + " repeated line" + (duplicates == 1 ? "" : "s") + " from "
                    + contract.path());
        }
        return words;
    }

    private static String instructions(List<FilePressure> files) {
        String lines = files.stream()
                .filter(file -> file.level() == Level.COMPACT || file.duplicateLines() > 0)
                .map(file -> String.format(
                        Locale.ROOT,
                        "- %s: %d %% full, %d repeated lines",
                        file.path(),
                        Math.round(file.pressure() * 100),
                        file.duplicateLines()))
                .collect(Collectors.joining("\n"));
        return lines.isEmpty()
                ? ""
                : "Propose, without changing any file, how these could be shortened and keep every fact that still holds:\n"
                        + lines;
    }
}
