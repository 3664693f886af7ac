package tacit.adapt.skills;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tacit.adapt.skills.text.Content;
import tacit.api.adapt.StateDocument;
import tacit.api.store.Scope;
import tacit.api.store.TextRuns;

/** Takes words out of everything that skills keep. Confined to one call. */
final class Forgetting {

    private static final String NOTE = "words that were forgotten were taken out";

    private final Documents documents;
    private final ProposalBook book;
    private final Shelf shelf;
    private final UseCounts uses;
    private final Folders folders;
    private final Instant now;

    Forgetting(Documents documents, ProposalBook book, Shelf shelf, UseCounts uses, Folders folders, Instant now) {
        this.documents = documents;
        this.book = book;
        this.shelf = shelf;
        this.uses = uses;
        this.folders = folders;
        this.now = now;
    }

    /** Answers how many proposals and skills changed. */
    int forget(String workspaceId, Collection<String> traceIds, List<String> texts) {
        TextRuns words = TextRuns.of(texts);
        int changed = 0;
        for (StateDocument document : documents.everybodys(workspaceId, ProposalBook.KIND)) {
            changed += proposal(document, traceIds, words) ? 1 : 0;
        }
        for (StateDocument document : documents.everybodys(workspaceId, Shelf.KIND)) {
            changed += skill(document, traceIds, words, texts) ? 1 : 0;
        }
        return changed;
    }

    /** Removes all that belongs to an owner, or to everybody where that is a workspace. */
    int clear(Scope scope) {
        int removed = 0;
        for (StateDocument document : documents.everybodys(scope.workspaceId(), ProposalBook.KIND)) {
            if (isOf(document, scope)) {
                book.remove(Documents.owner(document), StoredProposal.read(document.content()));
                removed++;
            }
        }
        for (StateDocument document : documents.everybodys(scope.workspaceId(), Shelf.KIND)) {
            if (isOf(document, scope)) {
                Scope owner = Documents.owner(document);
                StoredSkill skill = StoredSkill.read(document.content());
                shelf.remove(owner, skill.name());
                uses.forget(owner, skill.name());
                files(owner, skill, Optional.empty(), List.of());
                removed++;
            }
        }
        return removed;
    }

    private static boolean isOf(StateDocument document, Scope scope) {
        return scope.userId() == null || scope.userId().equals(document.userId());
    }

    private boolean proposal(StateDocument document, Collection<String> traceIds, TextRuns words) {
        Scope owner = Documents.owner(document);
        StoredProposal proposal = StoredProposal.read(document.content());
        Optional<Content> left = proposal.content().without(traceIds, words);
        if (left.isEmpty()) {
            book.remove(owner, proposal);
        } else if (!left.get().equals(proposal.content())) {
            book.rewrite(owner, proposal.saying(left.get(), now));
        }
        return !left.equals(Optional.of(proposal.content()));
    }

    private boolean skill(StateDocument document, Collection<String> traceIds, TextRuns words, List<String> texts) {
        Scope owner = Documents.owner(document);
        StoredSkill skill = StoredSkill.read(document.content());
        Optional<StoredSkill> left = skill.without(content -> content.without(traceIds, words), NOTE, now);
        if (left.equals(Optional.of(skill))) {
            return false;
        }
        if (left.isEmpty()) {
            shelf.remove(owner, skill.name());
            uses.forget(owner, skill.name());
        } else {
            shelf.change(
                    owner, skill.name(), there -> there.without(content -> content.without(traceIds, words), NOTE, now)
                            .orElse(left.get()));
        }
        files(owner, skill, left, texts);
        return true;
    }

    /** Files follow; in one that was changed by hand the lines go that hold such words. */
    private void files(Scope owner, StoredSkill before, Optional<StoredSkill> after, List<String> texts) {
        if (owner.userId() != null) {
            return;
        }
        List<String> paths = folders.written(owner).entrySet().stream()
                .filter(entry -> entry.getValue().equals(before.name()))
                .map(Map.Entry::getKey)
                .toList();
        if (after.isEmpty()) {
            folders.remove(owner, paths);
        } else {
            folders.rewrite(owner, paths, after.get());
        }
        folders.erase(owner, paths, TextRuns.of(gone(before, after, texts)));
    }

    private static List<String> gone(StoredSkill before, Optional<StoredSkill> after, List<String> texts) {
        List<String> left = after.map(Forgetting::lines).orElse(List.of());
        return Stream.concat(lines(before).stream().filter(line -> !left.contains(line)), texts.stream())
                .distinct()
                .toList();
    }

    private static List<String> lines(StoredSkill skill) {
        return skill.versions().stream()
                .flatMap(version -> version.content().draft().prompt().lines())
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
