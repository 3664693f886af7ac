package tacit.runtime.itest.contract;

import static tacit.runtime.itest.contract.Scenes.EVIDENCE;
import static tacit.runtime.itest.contract.Scenes.NOW;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.CuratedMemory;
import tacit.api.memory.CurationRequest;
import tacit.api.memory.CurationRequest.Action;
import tacit.api.memory.CurationRequest.Target;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryWrite;
import tacit.api.memory.ProfileFact;
import tacit.api.memory.RelationshipItem;
import tacit.api.memory.RelationshipMemory;
import tacit.api.memory.RelationshipQuery;
import tacit.api.memory.SourceText;
import tacit.api.memory.TaskCompletion;
import tacit.api.memory.TrustLane;
import tacit.api.memory.UserFeedback;
import tacit.api.memory.UserMessage;
import tacit.api.memory.UserProfile;
import tacit.api.store.Scope;

/** What is known of people. */
final class PeopleScenes {

    private PeopleScenes() {}

    static void curated(CuratedMemory curated, String workspace) {
        Scope scope = new Scope(workspace, "ada");
        curated.curate(edit(workspace, Action.ADD, Target.USER, "Prefers ferries to planes", null));
        curated.curate(edit(workspace, Action.ADD, Target.WORKSPACE, "The checkout service runs on Java 17", null));
        curated.curate(edit(workspace, Action.ADD, Target.WORKSPACE, "The checkout service runs on Java 21", null));
        curated.upsert(edit(workspace, Action.ADD, Target.WORKSPACE, "Orders are counted at nine", null), 0.9);
        curated.curate(edit(workspace, Action.REPLACE, Target.USER, "Prefers trains to planes", "ferries to planes"));
        curated.curate(edit(workspace, Action.REMOVE, Target.WORKSPACE, null, "counted at nine"));
        curated.read(scope, null, null, 10);
        curated.list(scope, Target.WORKSPACE, null, 10);
    }

    private static CurationRequest edit(
            String workspace, Action action, Target target, @Nullable String content, @Nullable String match) {
        return new CurationRequest(
                workspace,
                "ada",
                action,
                target,
                null,
                null,
                content,
                match,
                null,
                Seed.GOOD,
                MemoryWrite.Origin.AGENT_TOOL,
                EVIDENCE);
    }

    static void profile(UserProfile profile, String workspace) {
        Scope scope = new Scope(workspace, "ada");
        profile.learn(message(workspace, "My name is Ada. I work at Acme and I prefer short answers."));
        profile.learn(message(workspace, "I prefer long answers. Call me Lovelace."));
        profile.learnFromFeedback(
                new UserFeedback(workspace, "ada", "rejected", Seed.GOOD, said("Too long, be brief.")));
        int known = profile.list(scope, null, 20).size();
        MemoryRecord fact = profile.add(fact(workspace, "Reviews plans on paper, " + known + " at once"));
        profile.update(scope, fact.id(), fact(workspace, "Reviews plans on a whiteboard, " + known + " at once"));
        profile.list(scope, null, 20);
        profile.preferredName(workspace, "ada");
        profile.questions(scope);
        profile.delete(scope, fact.id());
    }

    private static ProfileFact fact(String workspace, String text) {
        return new ProfileFact(
                workspace,
                "ada",
                ProfileFact.Category.OPERATING,
                text,
                ProfileFact.Source.MANUAL,
                null,
                true,
                null,
                EVIDENCE);
    }

    static void relationships(RelationshipMemory relationships, String workspace) {
        Scope scope = new Scope(workspace, "ada");
        relationships.learn(message(workspace, "Remind me to send the recap to Lea by Friday."));
        // What was deleted comes back under no run that it came from, so it says something else each time
        int known = relationships.list(RelationshipQuery.of(scope)).size();
        MemoryRecord promise =
                relationships.add(item(workspace, RelationshipItem.Layer.COMMITMENTS, "Send plan number " + known));
        relationships.add(item(workspace, RelationshipItem.Layer.CONTEXT, "Lea is in Lisbon this week"));
        relationships.learnFromFeedback(
                new UserFeedback(workspace, "ada", "edit", Seed.GOOD, said("I sent the recap to Lea.")));
        relationships.recordTaskCompletion(
                new TaskCompletion(workspace, "ada", "Send the recap", "It was sent", Seed.GOOD, false, EVIDENCE));
        relationships.list(RelationshipQuery.of(scope));
        relationships.openCommitments(scope, 10);
        relationships.dueSoon(scope, NOW, Duration.ofDays(30));
        relationships.close(scope, promise.id(), EVIDENCE.get(0));
        relationships.cleanupRecurringHistory(scope);
        relationships.delete(scope, promise.id());
    }

    private static RelationshipItem item(String workspace, RelationshipItem.Layer layer, String text) {
        return new RelationshipItem(
                workspace,
                "ada",
                layer,
                text,
                RelationshipItem.Source.CONVERSATION,
                0.8,
                layer == RelationshipItem.Layer.COMMITMENTS ? NOW.plus(Duration.ofDays(2)) : null,
                "lea",
                null,
                Seed.GOOD,
                EVIDENCE);
    }

    private static UserMessage message(String workspace, String text) {
        return new UserMessage(workspace, "ada", NOW, "Europe/Berlin", Seed.GOOD, said(text));
    }

    private static SourceText said(String text) {
        return new SourceText(text, Evidence.Kind.SPAN, Seed.GOOD + "/s1", TrustLane.STATEMENT);
    }
}
