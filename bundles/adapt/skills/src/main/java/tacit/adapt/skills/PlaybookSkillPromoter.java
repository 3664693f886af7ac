package tacit.adapt.skills;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.adapt.skills.text.Content;
import tacit.adapt.skills.text.Json;
import tacit.adapt.skills.text.SkillNames;
import tacit.api.adapt.Governed;
import tacit.api.adapt.Skill;
import tacit.api.adapt.SkillActor;
import tacit.api.adapt.SkillCandidate;
import tacit.api.adapt.SkillPromoter;
import tacit.api.adapt.SkillPromotion;
import tacit.api.adapt.SkillProposal.Kind;
import tacit.api.adapt.SkillProposal.Status;
import tacit.api.adapt.SkillProposalReceipt;
import tacit.api.adapt.StateStore;
import tacit.api.harness.Role;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.store.Scope;

/** Proposes skills from the episodes of the playbook. Stateless. */
@Component(
        property = {
            Role.PROPERTY + "=skill-promoter",
            Governed.PROPERTY + "=skillPromotionThreshold|threshold|one proposal in {cooldown.minutes} minutes|",
            Governed.PROPERTY + "=skillPromotionCooldown|cooldown.minutes||"
        })
@Designate(ocd = PlaybookSkillPromoter.Config.class)
public final class PlaybookSkillPromoter implements SkillPromoter {

    private static final String LOOK = "skill.look";
    private static final String KEY = "promoter";

    /** When a pattern becomes a proposal. */
    @ObjectClassDefinition(name = "Tacit skill promotion")
    public @interface Config {

        @AttributeDefinition(
                name = "Threshold",
                description = "In how many runs a pattern has to have worked, from 1 to 100",
                min = "1",
                max = "100")
        int threshold() default 3;

        @AttributeDefinition(
                name = "Cooldown",
                description = "Minutes between two looks at candidates of a workspace, from 0 to 10080",
                min = "0",
                max = "10080")
        int cooldown_minutes() default 10;

        @AttributeDefinition(
                name = "Memories looked at",
                description = "How many of the newest memories of the playbook are looked at, from 100 to 100000",
                min = "100",
                max = "100000")
        int scanned() default 5000;
    }

    private final Clock clock;
    private final int threshold;
    private final Duration cooldown;
    private final Documents documents;
    private final Patterns patterns;
    private final ProposalBook book;
    private final Shelf shelf;
    private final Refusals refusals;

    @Activate
    public PlaybookSkillPromoter(
            @Reference MemoryStore memories,
            @Reference StateStore state,
            @Reference WorkspaceFiles files,
            @Reference Clock clock,
            Config config) {
        this.clock = clock;
        threshold = within("threshold", config.threshold(), 1, 100);
        cooldown = Duration.ofMinutes(within("cooldown.minutes", config.cooldown_minutes(), 0, 10_080));
        patterns = new Patterns(memories, within("scanned", config.scanned(), 100, 100_000));
        documents = new Documents(state);
        book = new ProposalBook(documents, new ProposalFiles(files));
        shelf = new Shelf(documents);
        refusals = new Refusals(documents);
    }

    private static int within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be in [" + least + ", " + most + "], got " + value);
        }
        return value;
    }

    @Override
    public List<SkillCandidate> findCandidates(Scope scope, int least) {
        if (least < 1) {
            throw new IllegalArgumentException("threshold must be at least 1, got " + least);
        }
        return patterns.find(scope, least).stream().map(Pattern::candidate).toList();
    }

    @Override
    public SkillPromotion preview(Scope scope) {
        return look(scope, false);
    }

    @Override
    public SkillPromotion maybePropose(Scope scope) {
        return look(scope, true);
    }

    private SkillPromotion look(Scope scope, boolean act) {
        Instant now = clock.instant();
        if (isCoolingDown(stamp(scope), now)) {
            return SkillPromotion.none(SkillPromotion.COOLDOWN, new TreeMap<>());
        }
        List<Pattern> candidates = patterns.find(scope, threshold);
        if (candidates.isEmpty()) {
            return SkillPromotion.none(SkillPromotion.NO_CANDIDATES, new TreeMap<>());
        }
        if (act && !stamped(scope, now)) {
            return SkillPromotion.none(SkillPromotion.COOLDOWN, new TreeMap<>());
        }
        return propose(scope, candidates, act, now);
    }

    private @Nullable String stamp(Scope scope) {
        return documents
                .find(scope, LOOK, KEY)
                .map(document -> Json.optional(Json.stored(document.content()), "at"))
                .orElse(null);
    }

    private boolean isCoolingDown(@Nullable String stamp, Instant now) {
        return stamp != null && now.isBefore(Instant.parse(stamp).plus(cooldown));
    }

    /** False when somebody else looked meanwhile. */
    private boolean stamped(Scope scope, Instant now) {
        return documents
                .change(scope, LOOK, KEY, there -> {
                    String last = there == null ? null : Json.optional(Json.stored(there), "at");
                    return isCoolingDown(last, now)
                            ? null
                            : Json.text(Json.object().put("at", now.toString()));
                })
                .isPresent();
    }

    private SkillPromotion propose(Scope scope, List<Pattern> candidates, boolean act, Instant now) {
        SortedMap<String, String> passedOver = new TreeMap<>();
        List<StoredProposal> proposals = book.list(scope);
        List<StoredSkill> skills = shelf.list(scope);
        String first = SkillPromotion.NO_CANDIDATES;
        for (Pattern pattern : candidates) {
            Optional<String> refusal = refusal(scope, pattern, proposals, skills);
            String reason = refusal.isPresent() ? refusal.get() : "";
            if (refusal.isEmpty()) {
                Content content = Drafting.of(pattern);
                String words = content.problem();
                if (!act) {
                    return new SkillPromotion(true, words, null, null, pattern.id(), passedOver);
                }
                SkillProposalReceipt receipt = add(scope, content, now);
                if (receipt.status() == SkillProposalReceipt.Status.CREATED) {
                    return new SkillPromotion(
                            true, words, receipt.proposalId(), Status.PENDING, pattern.id(), passedOver);
                }
                reason = receipt.reason();
            }
            first = passedOver.isEmpty() ? reason : first;
            passedOver.put(pattern.id(), reason);
        }
        return SkillPromotion.none(first, passedOver);
    }

    /** Each number of runs is a proposal of its own, since what stands against the last one was looked at before. */
    private SkillProposalReceipt add(Scope scope, Content content, Instant now) {
        Optional<String> broken = Drafts.broken(content.draft(), content.problem());
        if (broken.isPresent()) {
            return SkillProposalReceipt.blocked(broken.get());
        }
        String signature = SkillNames.hash(
                Signatures.of(content) + " " + content.support().successes().size());
        return book.add(scope, StoredProposal.of(Kind.USE, content, SkillActor.HOST, signature, now));
    }

    /** Why a pattern is passed over; empty when it may be proposed. */
    private Optional<String> refusal(
            Scope scope, Pattern pattern, List<StoredProposal> proposals, List<StoredSkill> skills) {
        Optional<StoredProposal> pending = proposals.stream()
                .filter(proposal -> proposal.status() == Status.PENDING)
                .filter(proposal -> pattern.id().equals(proposal.patternId()))
                .findFirst();
        if (pending.isPresent()) {
            return Optional.of("duplicate of " + pending.get().id());
        }
        Optional<Refusals.Refusal> refused =
                refusals.of(scope, pattern.id()).filter(refusal -> refusal.holdsFor(pattern));
        if (refused.isPresent()) {
            return Optional.of("rejected: " + refused.get().reason());
        }
        return skills.stream()
                .filter(skill -> skill.state() == Skill.State.ACTIVE)
                .filter(skill -> Objects.equals(pattern.id(), skill.patternId()))
                .filter(skill -> known(skill).holdsFor(pattern))
                .map(skill -> "duplicate of skill " + skill.name())
                .findFirst();
    }

    private static Refusals.Refusal known(StoredSkill skill) {
        Content content = skill.current().content();
        return new Refusals.Refusal("", content.support().successes().size(), content.tools());
    }
}
