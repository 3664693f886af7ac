package tacit.learn.evals.made;

import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.harness.Calls;
import tacit.api.harness.Situation;
import tacit.api.learn.AnswerCheck;
import tacit.api.learn.AnswerCheck.Kind;
import tacit.api.learn.ReplayCase;
import tacit.api.learn.ReplayCase.Origin;
import tacit.api.learn.ReplayCases;
import tacit.api.learn.ReplayCases.Rebuilt;
import tacit.api.reflect.Suggestion;
import tacit.api.reflect.Suggestion.Response;
import tacit.api.reflect.SuggestionListener;
import tacit.api.reflect.SuggestionPolicy;
import tacit.api.reflect.SuggestionSituation;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.learn.evals.made.MadeRows.Evidence;

/**
 * Makes the cases that the policy of suggestions is judged by: what people acted on was worth taking, what they dismissed was not.
 * Thread-safe.
 */
@Component
@Designate(ocd = SuggestionCases.Config.class)
public final class SuggestionCases implements SuggestionListener {

    static final String ROLE = "suggestions";

    private static final List<AnswerCheck> WORTH = List.of(
            new AnswerCheck(Kind.EQUALS, "/taken", List.of("true")),
            new AnswerCheck(Kind.EQUALS, "/shown", List.of("true")));
    private static final List<AnswerCheck> NOT_WORTH =
            List.of(new AnswerCheck(Kind.EQUALS, "/taken", List.of("false")));

    private final Database database;
    private final ReplayCases cases;
    private final Calls calls;
    private final Clock clock;
    private final int most;
    private final int expireDays;
    private final Method judge;

    /** How many cases are made. */
    @ObjectClassDefinition(
            name = "Cases of suggestions",
            description = "Replay cases for the policy of suggestions that are made of what people said to them")
    public @interface Config {

        @AttributeDefinition(description = "Such cases of a workspace, in [0, 10000]; 0 makes none")
        int most() default 200;

        @AttributeDefinition(description = "Days after which a case no longer counts; 0 when it stays")
        int expire_days() default 180;
    }

    @Activate
    public SuggestionCases(
            @Reference Database database,
            @Reference ReplayCases cases,
            @Reference Calls calls,
            @Reference Clock clock,
            Config config) {
        this.database = database;
        this.cases = cases;
        this.calls = calls;
        this.clock = clock;
        most = Settings.within("most", config.most(), 0, 10_000);
        expireDays = Settings.within("expire.days", config.expire_days(), 0, 36_500);
        try {
            judge = SuggestionPolicy.class.getMethod("judge", SuggestionSituation.class);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("Cannot find what policies of suggestions are asked", e);
        }
    }

    @Override
    public void answered(Suggestion suggestion, Response response, SuggestionSituation asked) {
        if (response == Response.SNOOZED || response == Response.IGNORED) {
            return;
        }
        Instant now = clock.instant();
        String workspace = suggestion.draft().workspaceId();
        MadeRows rows = new MadeRows(database, workspace);
        Evidence evidence = Evidence.of("suggestion", suggestion.id(), suggestion.id(), response.name());
        if (rows.seen(evidence)) {
            return;
        }
        boolean worth = response != Response.DISMISSED;
        Rebuilt draft = draft(suggestion, worth, asked, now);
        Scope scope = Scope.ofWorkspace(workspace);
        if (new CaseCounts(database, workspace).ofRole(ROLE, now) < most && (worth || balanced(scope, draft, now))) {
            keep(scope, rows, evidence, draft, now);
        }
    }

    private void keep(Scope scope, MadeRows rows, Evidence evidence, Rebuilt draft, Instant now) {
        try {
            rows.made(evidence, cases.rebuild(scope, draft).id(), now);
        } catch (IllegalArgumentException | IllegalStateException e) {
            rows.none(evidence, now);
        }
    }

    /** Whether more was acted on than dismissed on a side: a policy that takes nothing must break as many as it mends. */
    private boolean balanced(Scope scope, Rebuilt draft, Instant now) {
        boolean older = cases.older(scope, ROLE, draft.task(), draft.firstAt());
        List<ReplayCase> made = cases.list(scope, ROLE, PageRequest.first(PageRequest.MAX_LIMIT)).rows().stream()
                .filter(one ->
                        one.older() == older && one.counts(now) && one.owner().equals(CaseCounts.OWNER))
                .toList();
        long left = made.stream().filter(one -> one.checks().equals(NOT_WORTH)).count();
        return made.size() - left > left;
    }

    private Rebuilt draft(Suggestion suggestion, boolean worth, SuggestionSituation asked, Instant now) {
        String inputs = calls.record(judge, new Object[] {asked}).inputs();
        Situation situation = new Situation(ROLE, calls.name(judge), inputs, asked.now(), 0, List.of());
        return new Rebuilt(
                situation,
                "suggestion " + suggestion.draft().key(),
                suggestion.createdAt(),
                worth ? "Is worth showing, as it was acted on" : "Is not worth showing, as it was dismissed",
                worth ? WORTH : NOT_WORTH,
                Origin.SUGGESTION,
                suggestion.id(),
                CaseCounts.OWNER,
                expireDays == 0 ? null : now.plus(Duration.ofDays(expireDays)));
    }
}
