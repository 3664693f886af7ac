package tacit.runtime.itest.contract;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tacit.api.adapt.AdaptiveStyleEngine;
import tacit.api.adapt.ChannelPersonaAdapter;
import tacit.api.adapt.DailyBriefing;
import tacit.api.adapt.EvolutionMetricsService;
import tacit.api.adapt.FeedbackReader;
import tacit.api.adapt.LearningProgress;
import tacit.api.adapt.Personality;
import tacit.api.adapt.SkillFolders;
import tacit.api.adapt.SkillPromoter;
import tacit.api.adapt.SkillProposals;
import tacit.api.adapt.Skills;
import tacit.api.autonomy.AutonomyPolicy;
import tacit.api.channel.Channel;
import tacit.api.guard.Guard;
import tacit.api.memory.ArchiveMemory;
import tacit.api.memory.ArchiveObservations;
import tacit.api.memory.ArchiveUpkeep;
import tacit.api.memory.Audience;
import tacit.api.memory.CoreMemoryDistiller;
import tacit.api.memory.CuratedMemory;
import tacit.api.memory.Evidence;
import tacit.api.memory.Journal;
import tacit.api.memory.KnowledgeGraph;
import tacit.api.memory.MemoryLayers;
import tacit.api.memory.MemorySource;
import tacit.api.memory.Playbook;
import tacit.api.memory.RelationshipMemory;
import tacit.api.memory.TopicPacks;
import tacit.api.memory.UserProfile;
import tacit.api.memory.WikiVault;
import tacit.api.memory.WorkspaceKit;
import tacit.api.memory.WorkspaceMigration;
import tacit.api.model.ModelChoice;
import tacit.api.pulse.Checklist;
import tacit.api.pulse.PulsePolicy;
import tacit.api.pulse.Trigger;
import tacit.api.recall.Checkpoints;
import tacit.api.recall.DurableContext;
import tacit.api.recall.QuoteRecall;
import tacit.api.recall.Ranker;
import tacit.api.recall.RetryGuidance;
import tacit.api.recall.SessionRecall;
import tacit.api.recall.WorkspaceNotes;
import tacit.api.reflect.DreamingService;
import tacit.api.reflect.HypothesisCritic;
import tacit.api.reflect.HypothesisGenerator;
import tacit.api.reflect.ReflectionPolicy;

/** What each role of the memory, and of what adapts, is asked beside its probes: it writes, reads what it wrote, and changes it. */
final class Scenes {

    static final Instant NOW = Instant.parse("2026-01-06T09:00:00Z");
    static final Audience ALONE = Audience.ofUser("ada");
    static final List<Evidence> EVIDENCE = List.of(Evidence.of(Evidence.Kind.TRACE, Seed.GOOD));

    /** Asks a role in a workspace. */
    interface Scene<T> {

        void play(T role, String workspace);
    }

    private final Map<Class<?>, Scene<Object>> scenes = new HashMap<>();

    Scenes() {
        add(ArchiveMemory.class, ArchiveScenes::archive);
        add(ArchiveObservations.class, ArchiveScenes::observations);
        add(ArchiveUpkeep.class, ArchiveScenes::upkeep);
        add(CuratedMemory.class, PeopleScenes::curated);
        add(UserProfile.class, PeopleScenes::profile);
        add(RelationshipMemory.class, PeopleScenes::relationships);
        add(Playbook.class, WorkScenes::playbook);
        add(KnowledgeGraph.class, WorkScenes::graph);
        add(CoreMemoryDistiller.class, WorkScenes::distiller);
        add(Journal.class, FileScenes::journal);
        add(WorkspaceKit.class, FileScenes::kit);
        add(WikiVault.class, FileScenes::wiki);
        add(WorkspaceMigration.class, FileScenes::migration);
        add(TopicPacks.class, FileScenes::topics);
        add(WorkspaceNotes.class, FileScenes::notes);
        add(MemorySource.class, RecallScenes::source);
        add(MemoryLayers.class, RecallScenes::layers);
        add(Ranker.class, RecallScenes::ranker);
        add(SessionRecall.class, (role, workspace) -> RecallScenes.transcripts(role::search, workspace));
        add(QuoteRecall.class, (role, workspace) -> RecallScenes.transcripts(role::search, workspace));
        add(RetryGuidance.class, RecallScenes::retry);
        add(DurableContext.class, RecallScenes::durable);
        add(Checkpoints.class, RecallScenes::checkpoints);
        add(Channel.class, ChannelScenes::channel);
        add(AdaptiveStyleEngine.class, AdaptScenes::style);
        add(Personality.class, AdaptScenes::personality);
        add(ChannelPersonaAdapter.class, PersonaScenes::persona);
        add(FeedbackReader.class, FeedbackScenes::feedback);
        add(LearningProgress.class, FeedbackScenes::progress);
        add(SkillPromoter.class, SkillScenes::promoter);
        add(SkillProposals.class, SkillScenes::proposals);
        add(Skills.class, SkillScenes::skills);
        add(SkillFolders.class, SkillScenes::folders);
        add(EvolutionMetricsService.class, EvolutionScenes::metrics);
        add(DailyBriefing.class, EvolutionScenes::briefing);
        add(Trigger.class, TriggerScenes::trigger);
        add(Checklist.class, TriggerScenes::checklist);
        add(DreamingService.class, DreamScenes::dream);
        add(HypothesisGenerator.class, ReflectScenes::generator);
        add(HypothesisCritic.class, ReflectScenes::critic);
        add(ReflectionPolicy.class, ReflectScenes::policy);
        add(AutonomyPolicy.class, AutonomyScenes::policy);
        add(Guard.class, (guard, workspace) -> GuardScenes.guard(guard));
        add(ModelChoice.class, (choice, workspace) -> ModelScenes.choice(choice));
        add(PulsePolicy.class, HeartbeatScenes::heartbeat);
    }

    private <T> void add(Class<T> type, Scene<T> scene) {
        scenes.put(type, (role, workspace) -> scene.play(type.cast(role), workspace));
    }

    boolean has(Class<?> type) {
        return scenes.containsKey(type);
    }

    void play(Class<?> type, Object role, String workspace) {
        Scene<Object> scene = scenes.get(type);
        if (scene == null) {
            throw new IllegalStateException("Nothing is asked of " + type.getName() + " beside its probes");
        }
        scene.play(role, workspace);
    }
}
