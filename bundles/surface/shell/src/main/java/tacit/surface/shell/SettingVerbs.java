package tacit.surface.shell;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.access.AuditLog;
import tacit.api.memory.ArchiveMemory;
import tacit.api.memory.ArchiveSettings;
import tacit.api.memory.ArchiveSettings.Privacy;
import tacit.api.memory.ArchiveSettingsChange;
import tacit.api.memory.Evidence;

/** Shows what the archive of a workspace keeps, and changes it. */
final class SettingVerbs {

    private static final String PATTERNS = "excludedPatterns";

    private final ArchiveRoles roles;
    private final AuditLog audit;

    SettingVerbs(ArchiveRoles roles, AuditLog audit) {
        this.roles = roles;
        this.audit = audit;
    }

    /** All of them; of a key and a value as they are after the change. */
    void settings(Line line) {
        ArchiveMemory archive = roles.archive();
        String workspace = line.scope().workspaceId();
        List<String> words = Options.of(line.words(), Set.of(), Set.of()).words();
        ArchiveSettings now = archive.settings(workspace);
        if (!words.isEmpty()) {
            ArchiveSettingsChange change = change(words.get(0), words.subList(1, words.size()));
            change.on(now);
            Map<String, String> details = Map.of("workspace", workspace, "changed", words.get(0));
            long entry = audit.write(Words.OPERATOR, "memory.settings", workspace, details)
                    .sequence();
            now = archive.changeSettings(
                    workspace,
                    change.withEvidence(List.of(Evidence.of(Evidence.Kind.STATEMENT, String.valueOf(entry)))));
        }
        line.answer(row(now));
    }

    private static Map<String, @Nullable Object> row(ArchiveSettings settings) {
        return Rows.row(
                "enabled",
                settings.enabled(),
                "autoCapture",
                settings.autoCapture(),
                "compression",
                settings.compression(),
                "retentionDays",
                settings.retentionDays(),
                "maxStorageMb",
                settings.maxStorageMb(),
                "privacy",
                settings.privacy(),
                PATTERNS,
                settings.excludedPatterns());
    }

    private static ArchiveSettingsChange change(String key, List<String> values) {
        return switch (key) {
            case "enabled" -> switches(truth(key, values), null, null);
            case "autoCapture" -> switches(null, truth(key, values), null);
            case "compression" -> switches(null, null, truth(key, values));
            case "retentionDays" -> bounds(number(key, values), null);
            case "maxStorageMb" -> bounds(null, number(key, values));
            case "privacy" ->
                new ArchiveSettingsChange(
                        null, null, null, null, null, Words.required(Privacy.class, one(key, values)), null, List.of());
            case PATTERNS -> new ArchiveSettingsChange(null, null, null, null, null, null, some(values), List.of());
            default ->
                throw new IllegalArgumentException(
                        "Known settings are enabled, autoCapture, compression, retentionDays, maxStorageMb, privacy and "
                                + PATTERNS + ", got '" + key + "'");
        };
    }

    private static ArchiveSettingsChange switches(
            @Nullable Boolean enabled, @Nullable Boolean autoCapture, @Nullable Boolean compression) {
        return new ArchiveSettingsChange(enabled, autoCapture, compression, null, null, null, null, List.of());
    }

    private static ArchiveSettingsChange bounds(@Nullable Integer days, @Nullable Integer megabytes) {
        return new ArchiveSettingsChange(null, null, null, days, megabytes, null, null, List.of());
    }

    private static String one(String key, List<String> values) {
        if (values.size() != 1) {
            throw new IllegalArgumentException("One value is needed: tacit:memory settings " + key + " VALUE");
        }
        return values.get(0);
    }

    private static boolean truth(String key, List<String> values) {
        String word = one(key, values);
        if (!Set.of("true", "false").contains(word)) {
            throw new IllegalArgumentException(key + " must be true or false, got '" + word + "'");
        }
        return Boolean.parseBoolean(word);
    }

    private static int number(String key, List<String> values) {
        long number = Words.number(one(key, values));
        return (int) Math.min(Integer.MAX_VALUE, number);
    }

    /** All of them at once; an empty word for none. */
    private static List<String> some(List<String> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("Patterns are needed, or '' for none");
        }
        return values.stream().filter(value -> !value.isBlank()).toList();
    }
}
