package tacit.surface.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.access.AccessRole;
import tacit.api.access.AuditEntry;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.SourceText;
import tacit.api.memory.TrustLane;
import tacit.api.memory.UserMessage;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.memory.profile.StoredProfile;
import tacit.memory.record.SqlMemoryStore;
import tacit.memory.relationship.StoredRelationships;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.openapi.Conformance;

/** What is known about a user and what they still have to do, over a real store. */
@EachDatabase
class PeopleResourcesTest {

    private static final Instant TEN = Instant.parse("2026-03-04T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(TEN, ZoneOffset.UTC);

    private final ListAuditLog audit = new ListAuditLog();
    private HttpResource profile;
    private HttpResource facts;
    private HttpResource commitments;
    private HttpResource done;

    @BeforeEach
    void open(Database database) {
        MemoryStore store = new SqlMemoryStore(database, CLOCK);
        StoredProfile people = new StoredProfile(store, CLOCK);
        StoredRelationships dealings = new StoredRelationships(store, CLOCK);
        people.learn(said("Call me Nora. I prefer tabs over spaces."));
        dealings.learn(said("I have to send the slides by Friday 5pm. Erinnere mich nächsten Montag an die Steuer."));
        profile = new ProfileResource(people);
        facts = new ProfileFactResource(people, audit);
        commitments = new CommitmentsResource(dealings, CLOCK);
        done = new CommitmentDoneResource(dealings, audit, CLOCK);
    }

    @Test
    void answersWhatIsKnownAboutAUserAndTheirName() {
        JsonNode answer = Conformance.checked(profile, profile.handle(nora()));

        assertThat(answer.get("preferredName").textValue()).isEqualTo("Nora");
        assertThat(answer.get("facts").findValuesAsText("text")).contains("Prefers tabs over spaces");
        assertThat(answer.get("questions")).isEmpty();
        assertThat(Conformance.checked(
                                profile,
                                profile.handle(
                                        nora().asking("category", "preference").asking("limit", "1")))
                        .get("facts"))
                .hasSize(1);
    }

    @Test
    void addsAFactWithTheAuditLogAsItsEvidence() {
        JsonNode answer = Conformance.checked(
                facts,
                facts.handle(FakeCall.json("{\"category\":\"work\",\"text\":\"Works on maps\",\"pinned\":true}")
                        .at("id", "nora")));

        assertThat(answer.get("text").textValue()).isEqualTo("Works on maps");
        assertThat(answer.at("/evidence/0/kind").textValue()).isEqualTo("statement");
        assertThat(answer.at("/attributes/pinned").textValue()).isEqualTo("true");
        assertThat(audit.entries).extracting(AuditEntry::action).containsExactly("profile.add");
        assertThat(audit.entries.toString()).doesNotContain("maps");
    }

    @Test
    void listsCommitmentsAndThoseThatAreDue() {
        JsonNode all = Conformance.checked(commitments, commitments.handle(nora()));
        JsonNode soon = Conformance.checked(commitments, commitments.handle(nora().asking("withinHours", "72")));

        assertThat(all.get("commitments")).hasSize(2);
        assertThat(soon.get("commitments").findValuesAsText("due")).containsOnly("2026-03-06T17:00:00Z");
        assertThat(soon.at("/commitments/0/overdue").booleanValue()).isFalse();
    }

    @Test
    void closesACommitment() {
        String id = Conformance.checked(commitments, commitments.handle(nora()))
                .at("/commitments/0/id")
                .textValue();

        JsonNode closed = Conformance.checked(done, done.handle(nora().at("commitment", id)));

        assertThat(closed.get("done").booleanValue()).isTrue();
        assertThat(Conformance.checked(commitments, commitments.handle(nora())).get("commitments"))
                .hasSize(1);
        assertThat(audit.entries).extracting(AuditEntry::action).containsExactly("commitment.done");
        assertProblem(404, done, nora().at("commitment", id));
    }

    @Test
    void showsNoOtherUserThanTheTokens() {
        Scope ben = new Scope(Scope.DEFAULT_WORKSPACE, "ben");

        assertProblem(404, profile, nora().in(ben));
        assertProblem(404, commitments, nora().in(ben));
        assertProblem(404, done, nora().in(ben).at("commitment", "x"));
        assertProblem(
                404, facts, FakeCall.json("{\"text\":\"x\"}").at("id", "nora").in(ben));
        assertThat(audit.entries).isEmpty();
    }

    @Test
    void refusesWhatNothingReadsAndWhatIsWrong() {
        assertProblem(400, profile, nora().asking("sort", "name"));
        assertProblem(400, profile, nora().asking("category", "odd"));
        assertProblem(400, profile, nora().asking("limit", "0"));
        assertProblem(400, commitments, nora().asking("withinHours", "soon"));
        assertProblem(400, facts, FakeCall.json("{\"category\":\"work\"}").at("id", "nora"));
        assertProblem(400, facts, FakeCall.json("{\"text\":\"x\",\"sure\":1}").at("id", "nora"));
        assertThat(audit.entries).isEmpty();
    }

    @Test
    void letsReadersLookAndOperatorsChange() {
        assertThat(profile.role()).contains(AccessRole.READER);
        assertThat(commitments.role()).contains(AccessRole.READER);
        assertThat(facts.role()).contains(AccessRole.OPERATOR);
        assertThat(done.role()).contains(AccessRole.OPERATOR);
        assertThat(profile.method() + facts.method() + commitments.method() + done.method())
                .isEqualTo("GETPOSTGETPOST");
    }

    private static FakeCall nora() {
        return FakeCall.json("").at("id", "nora");
    }

    private static void assertProblem(int status, HttpResource resource, FakeCall call) {
        assertThatThrownBy(() -> resource.handle(call))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(status));
    }

    private static UserMessage said(String words) {
        SourceText text = new SourceText(words, Evidence.Kind.SPAN, "t1/s1", TrustLane.STATEMENT);
        return new UserMessage("default", "nora", TEN, null, "t1", text);
    }
}
