package tacit.memory.archive;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tacit.api.memory.ArchiveImport;
import tacit.api.memory.ArchiveImported;
import tacit.api.memory.ArchiveOrigin;
import tacit.api.memory.ArchivePrivacy;
import tacit.api.memory.ArchiveSettings;
import tacit.api.memory.ArchiveType;
import tacit.api.memory.CaptureResult;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.TrustLane;
import tacit.memory.words.Tokens;

/** Stores the entries of an import, each as a memory of its own that names the import. Stateless. */
final class Importing {

    private static final int LONGEST_PROVIDER = 80;
    private static final int LONGEST_LABEL = 120;
    private static final int MOST_ERRORS = 20;
    /** An entry with the line above it. */
    static final int LONGEST = Item.LONGEST + LONGEST_PROVIDER + LONGEST_LABEL + 100;

    private final Shelf shelf;
    private final Capturing capturing;
    private final StoredSettings settings;

    Importing(Shelf shelf, Capturing capturing, StoredSettings settings) {
        this.shelf = shelf;
        this.capturing = capturing;
        this.settings = settings;
    }

    ArchiveImported run(ArchiveImport asked, List<Item> items, int most) {
        ArchiveSettings now = settings.of(asked.workspaceId());
        if (!now.enabled() || now.privacy() == ArchiveSettings.Privacy.DISABLED) {
            return nothing("the archive of the workspace is off");
        }
        if (items.isEmpty()) {
            return nothing("the text holds no entries");
        }
        List<Item> read = items.subList(0, Math.min(items.size(), most));
        MemoryRecord header;
        try {
            header = shelf.put(header(asked, items.size()), null).record();
        } catch (IllegalArgumentException e) {
            return nothing(String.valueOf(e.getMessage()));
        }
        return all(asked, header, read, items.size());
    }

    private ArchiveImported all(ArchiveImport asked, MemoryRecord header, List<Item> items, int found) {
        boolean strict = settings.of(asked.workspaceId()).privacy() == ArchiveSettings.Privacy.STRICT;
        Set<String> seen = new HashSet<>();
        List<String> errors = new ArrayList<>();
        int created = 0;
        int staged = 0;
        int duplicates = 0;
        for (Item item : items) {
            String key = Texts.hash(item.text());
            if (!seen.add(key)) {
                duplicates++;
                continue;
            }
            CaptureResult result = capturing.gated(entry(asked, header, item, strict), "import:" + key);
            boolean fresh = result.stored() && result.words().isEmpty();
            created += fresh ? 1 : 0;
            duplicates += result.stored() && !fresh ? 1 : 0;
            staged += result.reason() == CaptureResult.Reason.STAGED ? 1 : 0;
            if (!result.stored() && result.reason() != CaptureResult.Reason.STAGED && errors.size() < MOST_ERRORS) {
                errors.add(result.words());
            }
        }
        return new ArchiveImported(header.id(), found, created, staged, duplicates, found - items.size(), errors);
    }

    private static Entry header(ArchiveImport asked, int entries) {
        String text = "[Imported from " + provider(asked) + " — " + entries + " entries]";
        return new Entry(
                asked.workspaceId(),
                Entry.reach(asked.userId(), false),
                null,
                ArchiveType.IMPORT,
                text,
                Tokens.of(text),
                asked.privately() ? ArchivePrivacy.PRIVATE : ArchivePrivacy.NORMAL,
                TrustLane.STATEMENT,
                asked.evidence(),
                ArchiveOrigin.IMPORT,
                null,
                null);
    }

    /** What another assistant wrote down is data, whoever pasted it. */
    private static Entry entry(ArchiveImport asked, MemoryRecord header, Item item, boolean strict) {
        String label = item.label().isEmpty() ? "pasted text" : name(item.label(), LONGEST_LABEL);
        String text =
                "[Imported from " + provider(asked) + " — " + label + "]\n" + Texts.cut(item.text(), Item.LONGEST);
        boolean hidden = asked.privately() || strict || Marks.isDelicate(item.text());
        return new Entry(
                asked.workspaceId(),
                Entry.reach(asked.userId(), asked.everywhere()),
                null,
                ArchiveType.INSIGHT,
                text,
                Tokens.of(text),
                hidden ? ArchivePrivacy.PRIVATE : ArchivePrivacy.NORMAL,
                TrustLane.FOREIGN,
                List.of(Evidence.of(Evidence.Kind.IMPORT, header.id())),
                ArchiveOrigin.IMPORT,
                null,
                header.id());
    }

    private static String provider(ArchiveImport asked) {
        String name = name(asked.provider(), LONGEST_PROVIDER);
        return name.isEmpty() ? "Other AI" : name;
    }

    private static String name(String text, int most) {
        return Texts.cut(text.replaceAll("[\\[\\]\\s\\p{Cc}]+", " ").strip(), most);
    }

    private static ArchiveImported nothing(String words) {
        return new ArchiveImported(null, 0, 0, 0, 0, 0, List.of(words));
    }
}
