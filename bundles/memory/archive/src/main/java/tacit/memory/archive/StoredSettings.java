package tacit.memory.archive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.ArchiveSettings;
import tacit.api.memory.ArchiveSettings.Privacy;
import tacit.api.memory.ArchiveSettingsChange;
import tacit.api.memory.MemoryChange;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** Settings of workspaces, each as a memory without words, which no search finds. Stateless. */
final class StoredSettings {

    private static final String LAYER = "settings";
    private static final String KIND = "archive";
    private static final String ENABLED = "enabled";
    private static final String AUTO_CAPTURE = "auto.capture";
    private static final String COMPRESSION = "compression";
    private static final String RETENTION = "retention.days";
    private static final String STORAGE = "max.storage.mb";
    private static final String PRIVACY = "privacy";
    private static final String EXCLUDED = "excluded";

    private final MemoryStore store;

    StoredSettings(MemoryStore store) {
        this.store = store;
    }

    ArchiveSettings of(String workspaceId) {
        MemoryFilter filter =
                MemoryFilter.active(LAYER).withKinds(List.of(KIND)).withScope(MemoryScope.WORKSPACE);
        return store.list(Scope.ofWorkspace(workspaceId), filter, PageRequest.first(1)).rows().stream()
                .findFirst()
                .map(StoredSettings::read)
                .orElse(ArchiveSettings.USUAL);
    }

    ArchiveSettings change(String workspaceId, ArchiveSettingsChange change) {
        ArchiveSettings wanted = change.on(of(workspaceId));
        SortedMap<String, String> changed = attributes(change);
        MemoryStore.Stored stored = store.add(new MemoryDraft(
                workspaceId,
                LAYER,
                KIND,
                "archive of the workspace",
                "",
                MemoryScope.WORKSPACE,
                Visibility.SHARED,
                TrustLane.STATEMENT,
                change.evidence(),
                1,
                null,
                null,
                KIND,
                changed));
        if (!stored.added()) {
            MemoryChange again =
                    MemoryChange.NONE.withEvidence(change.evidence()).withAttributes(changed);
            store.change(Scope.ofWorkspace(workspaceId), stored.record().id(), again);
        }
        return wanted;
    }

    private static SortedMap<String, String> attributes(ArchiveSettingsChange change) {
        SortedMap<String, String> attributes = new TreeMap<>();
        put(attributes, ENABLED, change.enabled());
        put(attributes, AUTO_CAPTURE, change.autoCapture());
        put(attributes, COMPRESSION, change.compression());
        put(attributes, RETENTION, change.retentionDays());
        put(attributes, STORAGE, change.maxStorageMb());
        put(attributes, PRIVACY, change.privacy());
        List<String> excluded = change.excludedPatterns();
        if (excluded != null) {
            attributes.put(EXCLUDED, excluded.stream().map(StoredSettings::hex).collect(Collectors.joining(" ")));
        }
        return attributes;
    }

    private static void put(SortedMap<String, String> attributes, String name, @Nullable Object value) {
        if (value != null) {
            attributes.put(name, value.toString());
        }
    }

    private static ArchiveSettings read(MemoryRecord record) {
        ArchiveSettings usual = ArchiveSettings.USUAL;
        return new ArchiveSettings(
                value(record, ENABLED, Boolean::valueOf, usual.enabled()),
                value(record, AUTO_CAPTURE, Boolean::valueOf, usual.autoCapture()),
                value(record, COMPRESSION, Boolean::valueOf, usual.compression()),
                value(record, RETENTION, Integer::valueOf, usual.retentionDays()),
                value(record, STORAGE, Integer::valueOf, usual.maxStorageMb()),
                value(record, PRIVACY, Privacy::valueOf, usual.privacy()),
                value(record, EXCLUDED, StoredSettings::patterns, usual.excludedPatterns()));
    }

    private static <T> T value(MemoryRecord record, String name, Function<String, T> reading, T usual) {
        return record.attribute(name).map(reading).orElse(usual);
    }

    // A pattern about secrets looks like one, and the store would take it out: so patterns are kept as numbers.
    private static String hex(String pattern) {
        return HexFormat.of().formatHex(pattern.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> patterns(String words) {
        return Arrays.stream(words.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> new String(HexFormat.of().parseHex(word), StandardCharsets.UTF_8))
                .toList();
    }
}
