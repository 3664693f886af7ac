package tacit.memory.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tacit.memory.profile.Said.CLOCK;
import static tacit.memory.profile.Said.NOON;
import static tacit.memory.profile.Said.NORA;
import static tacit.memory.profile.Said.fact;
import static tacit.memory.profile.Said.feedback;
import static tacit.memory.profile.Said.message;

import java.util.List;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryState;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.ProfileFact.Category;
import tacit.api.memory.TrustLane;
import tacit.api.memory.UserProfile;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.runtime.testkit.EachDatabase;

class StoredProfileTest {

    @EachDatabase
    void up01TakesANameFromAFactByHand(Database database) {
        UserProfile profile = profile(database);

        MemoryRecord stored = profile.add(fact(Category.IDENTITY, "Call me Nora, please."));

        assertThat(stored.text()).isEqualTo("Preferred name: Nora");
        assertThat(profile.preferredName("w1", "nora")).contains("Nora");
        assertThat(profile.preferredName("w1", "ben")).isEmpty();
    }

    @EachDatabase
    void up02LeavesTheNameAloneForPronouns(Database database) {
        UserProfile profile = profile(database);
        profile.add(fact(Category.IDENTITY, "Call me Nora"));

        profile.add(fact(Category.IDENTITY, "Uses the pronouns she/her"));

        assertThat(profile.preferredName("w1", "nora")).contains("Nora");
    }

    @EachDatabase
    void up03ForgetsTheNameWithItsFact(Database database) {
        UserProfile profile = profile(database);
        MemoryRecord name = profile.add(fact(Category.IDENTITY, "Call me Nora"));

        assertThat(profile.delete(NORA, name.id())).isTrue();

        assertThat(profile.preferredName("w1", "nora")).isEmpty();
        assertThat(profile.delete(NORA, name.id())).isFalse();
    }

    @EachDatabase
    void up04TakesANameFromAFactThatIsMovedToIdentity(Database database) {
        UserProfile profile = profile(database);
        MemoryRecord other = profile.add(fact(Category.OTHER, "Call me Ben"));
        assertThat(profile.preferredName("w1", "nora")).isEmpty();

        profile.update(NORA, other.id(), fact(Category.IDENTITY, "Call me Ben"));

        assertThat(profile.preferredName("w1", "nora")).contains("Ben");
        assertThat(profile.list(NORA, null, 10)).extracting(MemoryRecord::text).containsExactly("Preferred name: Ben");
    }

    @EachDatabase
    void up05LearnsEachWayToWorkOnce(Database database) {
        List<MemoryRecord> learnt = profile(database)
                .learn(message("Please push back when my plan is weak, talk to me bluntly, and hold me accountable"
                        + " when loops stay open."));

        assertThat(learnt).extracting(MemoryRecord::kind).containsExactly("operating", "voice", "accountability");
    }

    @EachDatabase
    void up06LearnsNothingFromQuotations(Database database) {
        assertThat(profile(database)
                        .learn(message("A blog recommends \"push back early\" and \"hold me accountable\". Sensible?")))
                .isEmpty();
    }

    @EachDatabase
    void up07KeepsChallengesLowFriction(Database database) {
        List<MemoryRecord> learnt = profile(database).learn(message("Please don't push back on tiny wording choices."));

        assertThat(learnt).singleElement().satisfies(fact -> {
            assertThat(fact.kind()).isEqualTo("operating");
            assertThat(fact.text()).contains("low-friction");
        });
    }

    @EachDatabase
    void up08KeepsTheBestFacts(Database database) {
        UserProfile profile = profile(database);
        profile.add(fact(Category.OTHER, "Pinned", 0.1, true));
        profile.add(fact(Category.OTHER, "Weak", 0.2, false));
        for (int i = 0; i < Facts.MOST - 1; i++) {
            profile.add(fact(Category.OTHER, "Fact " + i, 0.5, false));
        }

        List<MemoryRecord> facts = profile.list(NORA, null, Facts.MOST);

        assertThat(facts)
                .hasSize(Facts.MOST)
                .first()
                .extracting(MemoryRecord::text)
                .isEqualTo("Pinned");
        assertThat(facts).extracting(MemoryRecord::text).doesNotContain("Weak");
    }

    @EachDatabase
    void up12LearnsOnlyWhatLasts(Database database) {
        UserProfile profile = profile(database);

        assertThat(profile.learn(message("I'm in a hurry. I need to restart the server.")))
                .isEmpty();
        assertThat(profile.learn(message("I like tea but I hate coffee. I don't like long emails.")))
                .extracting(MemoryRecord::text)
                .containsExactly("Likes tea", "Dislikes coffee", "Dislikes long emails");
    }

    @EachDatabase
    void up13LearnsAConstraintFromARejection(Database database) {
        UserProfile profile = profile(database);

        assertThat(profile.learnFromFeedback(feedback("rejected", "wrong library")))
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.kind()).isEqualTo("constraint");
                    assertThat(fact.confidence()).isEqualTo(0.65);
                    assertThat(fact.evidence()).containsExactly(new Evidence(Evidence.Kind.SPAN, "t1/s2", 0, 13));
                });
        assertThat(profile.learnFromFeedback(feedback("accepted", "nice work"))).isEmpty();
        assertThat(profile.learnFromFeedback(feedback("rejected", " "))).isEmpty();
    }

    @EachDatabase
    void up14RefusesWhatIsNoName(Database database) {
        UserProfile profile = profile(database);

        assertThat(profile.learn(message("my name is authenticated"))).isEmpty();
        assertThat(profile.preferredName("w1", "nora")).isEmpty();
    }

    @EachDatabase
    void saysWhereAFactComesFrom(Database database) {
        MemoryRecord fact =
                profile(database).learn(message("By the way, I prefer tabs.")).get(0);

        assertThat(fact.evidence()).containsExactly(new Evidence(Evidence.Kind.SPAN, "t1/s1", 21, 25));
        assertThat(fact.lane()).isEqualTo(TrustLane.STATEMENT);
    }

    @EachDatabase
    void neverTakesForeignWordsForTheUsers(Database database) {
        assertThat(profile(database).learn(message("I prefer tabs.", NOON, TrustLane.FOREIGN)))
                .isEmpty();
    }

    @EachDatabase
    void keepsTheNewerEmployerAndTheOlderAsHistory(Database database) {
        MemoryStore store = Said.store(database);
        UserProfile profile = new StoredProfile(store, CLOCK);
        MemoryRecord old = profile.learn(message("I work at Halden Labs.")).get(0);

        profile.learn(message("I work at Nordbank.", NOON.plusSeconds(60), TrustLane.STATEMENT));

        assertThat(profile.list(NORA, Category.WORK, 10))
                .extracting(MemoryRecord::text)
                .containsExactly("Works for Nordbank");
        assertThat(store.find(NORA, old.id()).orElseThrow().state()).isEqualTo(MemoryState.SUPERSEDED);
    }

    @EachDatabase
    void passesOverWhatIsOlderThanWhatIsKnown(Database database) {
        UserProfile profile = profile(database);
        profile.learn(message("I live in Graz."));

        profile.learn(message("I live in Kiel.", NOON.minusSeconds(60), TrustLane.STATEMENT));

        assertThat(profile.list(NORA, Category.BIO, 10))
                .extracting(MemoryRecord::text)
                .containsExactly("Lives in Graz");
    }

    @EachDatabase
    void asksWhereTwoStatementsAreEquallyStrong(Database database) {
        UserProfile profile = profile(database);

        profile.learn(message("I prefer tabs. I prefer spaces."));

        assertThat(profile.list(NORA, null, 10)).isEmpty();
        assertThat(profile.questions(NORA))
                .extracting(MemoryRecord::text)
                .containsExactlyInAnyOrder("Prefers tabs", "Prefers spaces");

        profile.learn(message("I prefer spaces.", NOON.plusSeconds(60), TrustLane.STATEMENT));

        assertThat(profile.list(NORA, null, 10)).extracting(MemoryRecord::text).containsExactly("Prefers spaces");
        assertThat(profile.questions(NORA)).isEmpty();
    }

    @EachDatabase
    void confirmsWhatIsSaidAgain(Database database) {
        UserProfile profile = profile(database);
        profile.learn(message("I like tea."));

        profile.learn(message("I love tea.", NOON.plusSeconds(60), TrustLane.STATEMENT));

        assertThat(profile.list(NORA, null, 10)).singleElement().satisfies(fact -> assertThat(fact.confirmedAt())
                .isEqualTo(NOON.plusSeconds(60)));
    }

    @EachDatabase
    void keepsUsersApart(Database database) {
        UserProfile profile = profile(database);
        profile.learn(message("Call me Nora."));

        assertThat(profile.list(new Scope("w1", "ben"), null, 10)).isEmpty();
    }

    @EachDatabase
    void refusesAnEmptyFactAndAWrongLimit(Database database) {
        UserProfile profile = profile(database);

        assertThatIllegalArgumentException().isThrownBy(() -> profile.add(fact(Category.OTHER, "  ")));
        assertThatIllegalArgumentException().isThrownBy(() -> profile.list(NORA, null, 0));
    }

    private static UserProfile profile(Database database) {
        return new StoredProfile(Said.store(database), CLOCK);
    }
}
