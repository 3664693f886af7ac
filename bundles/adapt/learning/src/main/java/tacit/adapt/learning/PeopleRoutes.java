package tacit.adapt.learning;

import java.util.List;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.adapt.AdaptiveStyleEngine;
import tacit.api.adapt.FeedbackRoute;
import tacit.api.adapt.GivenFeedback;
import tacit.api.adapt.StyleFeedback;
import tacit.api.adapt.StyleObservation;
import tacit.api.memory.ArchiveMemory;
import tacit.api.memory.ArchiveOrigin;
import tacit.api.memory.ArchiveType;
import tacit.api.memory.Audience;
import tacit.api.memory.CaptureRequest;
import tacit.api.memory.CaptureResult;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.RelationshipMemory;
import tacit.api.memory.TrustLane;
import tacit.api.memory.UserProfile;
import tacit.api.store.Scope;

/** Leads feedback to what is known of the user who gave it. Thread-safe. */
@Component(service = PeopleRoutes.class)
public final class PeopleRoutes {

    private static final int MOST_OF_A_RUN = 200;

    private final AdaptiveStyleEngine style;
    private final UserProfile profile;
    private final RelationshipMemory relationships;
    private final ArchiveMemory archive;

    @Activate
    public PeopleRoutes(
            @Reference AdaptiveStyleEngine style,
            @Reference UserProfile profile,
            @Reference RelationshipMemory relationships,
            @Reference ArchiveMemory archive) {
        this.style = style;
        this.profile = profile;
        this.relationships = relationships;
        this.archive = archive;
    }

    List<Route> all() {
        return List.of(
                Routes.named("style", this::style),
                Routes.named("profile", this::profile),
                Routes.named("relationships", this::relationships),
                Routes.named("archive", this::archive));
    }

    private FeedbackRoute style(Told told) {
        GivenFeedback feedback = told.feedback();
        if (feedback.userId() == null || !told.effects().style()) {
            return Route.skipped(feedback.userId() == null ? Route.NOBODY : "it says nothing of style");
        }
        StyleObservation seen = style.observeFeedback(
                told.owner(),
                told.channel(),
                new StyleFeedback(
                        feedback.id(),
                        feedback.at(),
                        feedback.decision().word(),
                        feedback.reason(),
                        feedback.note(),
                        List.of(feedback.taskId())));
        if (!seen.enabled()) {
            return Route.skipped("styles do not adapt: that is switched off");
        }
        String shifts = seen.changes().stream()
                .map(change -> change.dimension().title() + " " + change.from() + " to " + change.to())
                .collect(Collectors.joining(", "));
        if (!shifts.isEmpty()) {
            return Route.done("shifted " + shifts);
        }
        return seen.counted() + seen.known() == 0
                ? Route.skipped("it says nothing of style")
                : Route.done("counted, nothing shifted");
    }

    private FeedbackRoute profile(Told told) {
        String user = told.feedback().userId();
        String wish = told.effects().wish();
        if (user == null || wish.isEmpty() || !told.mayKeepWords()) {
            return Route.skipped(why(told, "it names no wish"));
        }
        return kept(profile.learnFromFeedback(told.judgement(user, wish)));
    }

    private FeedbackRoute relationships(Told told) {
        String user = told.feedback().userId();
        String words = told.effects().words();
        if (user == null || words.isEmpty() || !told.mayKeepWords()) {
            return Route.skipped(why(told, "it has no words"));
        }
        return kept(relationships.learnFromFeedback(told.judgement(user, words)));
    }

    private static FeedbackRoute kept(List<MemoryRecord> memories) {
        return memories.isEmpty()
                ? Route.skipped("there was nothing to keep")
                : Route.done("kept " + memories.stream().map(MemoryRecord::id).collect(Collectors.joining(", ")));
    }

    private static String why(Told told, String otherwise) {
        if (told.feedback().userId() == null) {
            return Route.NOBODY;
        }
        return told.mayKeepWords() ? otherwise : Route.READ_ALONG;
    }

    private FeedbackRoute archive(Told told) {
        String user = told.feedback().userId();
        String text = told.effects().remembered();
        if (user == null || text.isEmpty() || !told.mayKeepWords()) {
            return Route.skipped(why(told, "it is no decision"));
        }
        Scope owner = told.owner();
        String task = told.feedback().taskId();
        boolean there = archive.byTask(owner, Audience.ofUser(user), task, MOST_OF_A_RUN).stream()
                .anyMatch(memory -> memory.text().equals(text));
        return there ? Route.done("kept before") : captured(archive.capture(request(told, user, text)));
    }

    private static CaptureRequest request(Told told, String user, String text) {
        return new CaptureRequest(
                told.workspaceId(),
                user,
                told.feedback().taskId(),
                ArchiveType.DECISION,
                text,
                true,
                TrustLane.STATEMENT,
                told.evidence(),
                ArchiveOrigin.TASK,
                new CaptureRequest.Batching(false, null, null),
                new CaptureRequest.Place(
                        false, true, told.audience(), told.switches().shared()));
    }

    private static FeedbackRoute captured(CaptureResult result) {
        MemoryRecord record = result.record();
        if (record != null) {
            return Route.done("kept " + record.id());
        }
        String waits = result.pendingId();
        return waits == null
                ? Route.skipped("the archive did not take it: " + Routes.lower(result.reason()))
                : Route.done("waits for an approval: " + waits);
    }
}
