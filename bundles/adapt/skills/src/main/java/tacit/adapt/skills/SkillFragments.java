package tacit.adapt.skills;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.adapt.skills.text.Wording;
import tacit.api.adapt.SkillDraft;
import tacit.api.adapt.StateStore;
import tacit.api.harness.Role;
import tacit.api.memory.ContextFragment;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.MemorySource;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.store.Scope;
import tacit.memory.words.Overlap;
import tacit.memory.words.Quoting;

/** Offers the names and descriptions of skills that are about a task; all of a skill is read by its name. */
@Component(property = Role.PROPERTY + "=memory-source/skills")
@Designate(ocd = SkillFragments.Config.class)
public final class SkillFragments implements MemorySource {

    static final double RELEVANCE = 0.8;
    static final double CONFIDENCE = 0.9;

    private static final int SKILLS = 3;
    private static final int LONGEST = 300;
    private static final int FIRST_WORDS = 16;

    /** What counts as relevant. */
    @ObjectClassDefinition(name = "Tacit skills in prompts")
    public @interface Config {

        @AttributeDefinition(
                name = "Least relevance",
                description = "A skill is offered when it shares so much with a task, above 0 and at most 1",
                min = "0",
                max = "1")
        double least_relevance() default 0.34;

        @AttributeDefinition(
                name = "Offered",
                description =
                        "The skills that prompts are told of, as WORKSPACE/NAME@VERSION"
                                + " in a line each, or WORKSPACE/- for none; a workspace that is not named offers what is active")
        String offered() default "";
    }

    private record Offer(Scope owner, StoredSkill skill, double relevance) {}

    private final OfferedShelf shelf;
    private final double least;

    @Activate
    public SkillFragments(@Reference StateStore state, Config config) {
        if (!(config.least_relevance() > 0 && config.least_relevance() <= 1)) {
            throw new IllegalArgumentException(
                    "least.relevance must be above 0 and at most 1, got " + config.least_relevance());
        }
        shelf = OfferedShelf.of(new Shelf(new Documents(state)), config.offered());
        least = config.least_relevance();
    }

    @Override
    public String name() {
        return "skills";
    }

    @Override
    public List<ContextFragment> fragments(ContextRequest request) {
        Set<String> task = Overlap.words(request.task());
        List<Offer> offers = new ArrayList<>();
        for (Scope owner : owners(request)) {
            for (StoredSkill skill : shelf.list(owner)) {
                SkillDraft draft = skill.current().content().draft();
                double relevance = relevance(task, draft);
                if (draft.enabled() && relevance >= least) {
                    offers.add(new Offer(owner, skill, relevance));
                }
            }
        }
        return offers.stream()
                .sorted(Comparator.comparingDouble((Offer offer) -> -offer.relevance())
                        .thenComparing(offer -> offer.skill().name()))
                .limit(Math.min(SKILLS, request.most()))
                .map(this::fragment)
                .toList();
    }

    /** A user's own are for that user alone with the agent. */
    private static List<Scope> owners(ContextRequest request) {
        Scope workspace = Scope.ofWorkspace(request.workspaceId());
        String user = request.audience().userId();
        return user != null && request.audience().maySee(Visibility.PRIVATE)
                ? List.of(workspace, new Scope(request.workspaceId(), user))
                : List.of(workspace);
    }

    /** The larger share: of the words of the task that the skill is about, or of its name that the task holds. */
    private static double relevance(Set<String> task, SkillDraft draft) {
        Set<String> name = Overlap.words(draft.name());
        long asked = task.stream().limit(FIRST_WORDS).count();
        if (asked == 0 || name.isEmpty()) {
            return 0;
        }
        Set<String> about = Overlap.words(draft.name() + " " + draft.description());
        long shared = task.stream().limit(FIRST_WORDS).filter(about::contains).count();
        long named = name.stream().filter(task::contains).count();
        return shared < 2 && named < name.size() ? 0 : Math.max((double) shared / asked, (double) named / name.size());
    }

    private ContextFragment fragment(Offer offer) {
        SkillDraft draft = offer.skill().current().content().draft();
        String about = Wording.cut(
                Quoting.safe(draft.description()).replaceAll("\\s+", " ").strip(), LONGEST);
        boolean shared = offer.owner().userId() == null;
        return new ContextFragment(
                "skill:" + offer.skill().name(),
                name(),
                "playbook",
                "[Skill] " + offer.skill().name() + ": " + about + " (read all of it with skill_read)",
                TrustLane.RESULT,
                shared ? Visibility.SHARED : Visibility.PRIVATE,
                RELEVANCE,
                CONFIDENCE,
                offer.skill().updatedAt(),
                List.of());
    }
}
