package tacit.memory.kit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tacit.api.memory.KitStatus;
import tacit.api.memory.KitStatus.KitFile;
import tacit.api.memory.WorkspaceFile;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.memory.WorkspaceFiles.Entry;
import tacit.memory.words.Secrets;

/** Says how each file of a kit stands. Confined to one call. */
final class Standing {

    private static final Pattern PASSING = Pattern.compile(
            "\\b(?:priorit(?:y|ies)|temporar(?:y|ily)|for now|today|this week)\\b", Pattern.CASE_INSENSITIVE);

    private final WorkspaceFiles files;
    private final String workspaceId;
    private final Folder folder;

    Standing(WorkspaceFiles files, String workspaceId) {
        this.files = files;
        this.workspaceId = workspaceId;
        this.folder = new Folder(files, workspaceId);
    }

    KitStatus at(Instant now) {
        Revisions revisions = new Revisions(files, workspaceId);
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        List<KitFile> all = Arrays.stream(Contract.values())
                .map(contract -> file(contract, today, revisions.count(contract)))
                .toList();
        int missing = (int) all.stream().filter(file -> !file.there()).count();
        FirstSteps steps = FirstSteps.noted(files, workspaceId, isThere(Contract.BOOTSTRAP), now);
        return new KitStatus(missing < all.size(), all, missing, steps.seededAt(), steps.doneAt());
    }

    private boolean isThere(Contract contract) {
        return folder.kitFile(contract.path()).isPresent();
    }

    private KitFile file(Contract contract, LocalDate today, int revisions) {
        Optional<Entry> there = folder.kitFile(contract.path());
        if (there.isEmpty()) {
            return new KitFile(contract.path(), false, null, revisions, List.of());
        }
        List<String> issues = folder.readKit(contract.path())
                .map(file -> issues(contract, file, today))
                .orElse(List.of("unreadable"));
        return new KitFile(contract.path(), true, there.get().modifiedAt(), revisions, issues);
    }

    private static List<String> issues(Contract contract, WorkspaceFile file, LocalDate today) {
        Document document = Document.of(file.text());
        List<String> issues = new ArrayList<>();
        Optional<LocalDate> updated = document.updated();
        if (contract.freshDays() > 0 && updated.isEmpty()) {
            issues.add("missing_updated");
        }
        if (contract.freshDays() > 0
                && updated.isPresent()
                && updated.get().plusDays(contract.freshDays()).isBefore(today)) {
            issues.add("stale");
        }
        if (Secrets.suspected(document.body())) {
            issues.add("possible_secret");
        }
        if (contract.slow() && PASSING.matcher(document.body()).find()) {
            issues.add("possible_overlap");
        }
        if (document.body().isBlank()) {
            issues.add("empty");
        }
        if (!file.whole() || document.body().strip().length() > contract.longest()) {
            issues.add("too_long");
        }
        return issues;
    }
}
