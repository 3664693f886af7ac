package tacit.adapt.skills;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.adapt.skills.text.Content;
import tacit.adapt.skills.text.Parameters;
import tacit.adapt.skills.text.SkillNames;
import tacit.api.adapt.SkillActor;
import tacit.api.adapt.SkillEvalCase;
import tacit.api.adapt.SkillEvalReport;
import tacit.api.adapt.SkillFilesReport;
import tacit.api.adapt.SkillProposal;
import tacit.api.adapt.SkillProposal.Kind;
import tacit.api.adapt.SkillProposal.Status;
import tacit.api.adapt.SkillProposalDraft;
import tacit.api.adapt.SkillProposalReceipt;
import tacit.api.adapt.SkillProposals;
import tacit.api.adapt.SkillReview;
import tacit.api.adapt.SkillReviewReceipt;
import tacit.api.adapt.StateStore;
import tacit.api.harness.Role;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.store.Scope;

/** Keeps proposals until somebody other than their proposer decides. Stateless. */
@Component(property = Role.PROPERTY + "=skill-proposals")
public final class ReviewedProposals implements SkillProposals {

    private final Clock clock;
    private final ProposalBook book;
    private final ProposalFiles files;
    private final Shelf shelf;
    private final Refusals refusals;

    @Activate
    public ReviewedProposals(@Reference StateStore state, @Reference WorkspaceFiles folders, @Reference Clock clock) {
        this.clock = clock;
        Documents documents = new Documents(state);
        files = new ProposalFiles(folders);
        book = new ProposalBook(documents, files);
        shelf = new Shelf(documents);
        refusals = new Refusals(documents);
    }

    @Override
    public SkillProposalReceipt propose(Scope scope, SkillProposalDraft draft) {
        Optional<String> broken = Drafts.broken(draft.draft(), draft.problemStatement());
        if (broken.isPresent()) {
            return SkillProposalReceipt.blocked(broken.get());
        }
        Content content = Content.of(draft, new TreeMap<>());
        return book.add(
                scope, StoredProposal.of(Kind.USE, content, draft.proposer(), Signatures.of(content), clock.instant()));
    }

    @Override
    public List<SkillProposal> list(Scope scope, @Nullable Status status, int limit) {
        return book.list(scope).stream()
                .filter(proposal -> status == null || proposal.status() == status)
                .limit(Limits.rows(limit))
                .map(StoredProposal::seen)
                .toList();
    }

    @Override
    public Optional<SkillProposal> find(Scope scope, String id) {
        return book.find(scope, id).map(StoredProposal::seen);
    }

    @Override
    public SkillReviewReceipt approve(
            Scope scope, String id, SkillActor by, @Nullable String skillName, @Nullable String note) {
        StoredProposal proposal = book.find(scope, id).orElse(null);
        Optional<String> refusal = refusal(proposal, id, by);
        if (proposal == null || refusal.isPresent()) {
            return finished(scope, proposal, by).orElseGet(() -> refused(refusal, proposal));
        }
        Optional<String> unfit = unfit(scope, proposal, skillName);
        if (unfit.isPresent()) {
            return refused(unfit, proposal);
        }
        String name = name(scope, proposal, skillName);
        Instant now = clock.instant();
        Optional<StoredProposal> approved = book.review(
                scope, id, waiting -> waiting.reviewed(Status.APPROVED, new SkillReview(by, now, note, name)));
        if (approved.isEmpty()) {
            return refused(Optional.of(gone(id)), proposal);
        }
        apply(scope, approved.get(), by, now);
        return new SkillReviewReceipt(true, "", approved.get().seen(), SkillFilesReport.NOTHING);
    }

    /** What was approved, but not done before the host went down, is done when it is approved again. */
    private Optional<SkillReviewReceipt> finished(Scope scope, @Nullable StoredProposal proposal, SkillActor by) {
        SkillReview review = proposal == null ? null : proposal.review();
        if (proposal == null
                || review == null
                || proposal.status() != Status.APPROVED
                || proposal.kind() != Kind.USE
                || !review.by().equals(by)
                || shelf.find(scope, Objects.requireNonNullElse(review.skillName(), ""))
                        .isPresent()) {
            return Optional.empty();
        }
        apply(scope, proposal, by, review.at());
        return Optional.of(new SkillReviewReceipt(true, "", proposal.seen(), SkillFilesReport.NOTHING));
    }

    private void apply(Scope scope, StoredProposal approved, SkillActor by, Instant now) {
        SkillReview review = Objects.requireNonNull(approved.review(), "review");
        String name = Objects.requireNonNull(review.skillName(), "skillName");
        if (approved.kind() == Kind.RETIREMENT) {
            shelf.change(scope, name, skill -> skill.retired(now));
            refusals.remember(scope, approved.content(), "retired: it failed its runs", now);
        } else {
            String note = Objects.requireNonNullElse(review.reason(), "approved");
            shelf.accept(scope, approved, name, by, note, now);
        }
    }

    private static SkillReviewReceipt refused(Optional<String> why, @Nullable StoredProposal proposal) {
        return SkillReviewReceipt.refused(
                why.orElse("It was decided before"), proposal == null ? null : proposal.seen());
    }

    /** Why somebody can not decide; empty when they can. */
    private static Optional<String> refusal(@Nullable StoredProposal proposal, String id, SkillActor by) {
        if (by.kind() != SkillActor.Kind.OPERATOR) {
            return Optional.of("A skill is approved or rejected by an operator, not by "
                    + by.kind().name().toLowerCase(Locale.ROOT));
        }
        if (proposal == null) {
            return Optional.of("Cannot find proposal '" + id + "'");
        }
        if (proposal.status() != Status.PENDING) {
            return Optional.of(gone(id));
        }
        return proposal.proposer().name().equals(by.name())
                ? Optional.of("Who proposed a skill does not decide on it")
                : Optional.empty();
    }

    private static String gone(String id) {
        return "Proposal '" + id + "' does not wait any more";
    }

    private Optional<String> unfit(Scope scope, StoredProposal proposal, @Nullable String skillName) {
        if (skillName != null && !SkillNames.isValid(skillName)) {
            return Optional.of("The name of a skill must have 1 to 64 of a-z, 0-9 and single hyphens within");
        }
        if (proposal.kind() == Kind.RETIREMENT) {
            return shelf.find(scope, proposal.content().id()).isEmpty()
                    ? Optional.of("There is no such skill any more")
                    : Optional.empty();
        }
        Optional<String> broken =
                Drafts.broken(proposal.content().draft(), proposal.content().problem());
        if (broken.isPresent()) {
            return Optional.of("It is not fit to be shown to an agent: " + broken.get());
        }
        Set<String> undeclared = Parameters.undeclared(proposal.content().draft());
        return undeclared.isEmpty()
                ? Optional.empty()
                : Optional.of("The prompt takes what no parameter declares: " + String.join(", ", undeclared));
    }

    /** A pattern does not take the name of what came of another one. */
    private String name(Scope scope, StoredProposal proposal, @Nullable String wanted) {
        String id = proposal.content().id();
        if (proposal.kind() == Kind.RETIREMENT) {
            return id;
        }
        String name = wanted == null ? SkillNames.isValid(id) ? id : SkillNames.of(id, proposal.signature()) : wanted;
        boolean taken = wanted == null
                && proposal.content().isPattern()
                && shelf.find(scope, name)
                        .filter(skill -> !Objects.equals(skill.patternId(), proposal.patternId()))
                        .isPresent();
        return taken ? SkillNames.other(name, Objects.requireNonNullElse(proposal.patternId(), "")) : name;
    }

    @Override
    public SkillReviewReceipt reject(Scope scope, String id, SkillActor by, String reason) {
        StoredProposal proposal = book.find(scope, id).orElse(null);
        Optional<String> refusal = reason.isBlank() ? Optional.of("A reason must be given") : refusal(proposal, id, by);
        if (refusal.isPresent()) {
            return refused(refusal, proposal);
        }
        Instant now = clock.instant();
        Optional<StoredProposal> rejected = book.review(
                scope, id, waiting -> waiting.reviewed(Status.REJECTED, new SkillReview(by, now, reason, null)));
        rejected.filter(done -> done.kind() == Kind.USE)
                .ifPresent(done -> refusals.remember(scope, done.content(), reason, now));
        return rejected.map(done -> new SkillReviewReceipt(true, "", done.seen(), SkillFilesReport.NOTHING))
                .orElseGet(() -> refused(Optional.of(gone(id)), proposal));
    }

    @Override
    public Optional<SkillEvalReport> evaluate(Scope scope, String id, List<SkillEvalCase> cases) {
        return find(scope, id).map(proposal -> {
            SkillEvalReport report = Evaluation.of(proposal, cases, clock.instant());
            files.report(scope, proposal.id(), Evaluation.json(report));
            return report;
        });
    }
}
