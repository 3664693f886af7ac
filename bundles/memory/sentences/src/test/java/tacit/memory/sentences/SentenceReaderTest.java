package tacit.memory.sentences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceReaderTest {

    private static final ZonedDateTime SAID = ZonedDateTime.parse("2026-03-04T10:00:00+01:00[Europe/Berlin]");

    private final SentenceReader reader = new SentenceReader();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I like tea but I hate coffee",
                "Ich mag Tee, aber ich hasse Kaffee",
                "Me gusta el té, pero odio el café",
                "J'aime le thé mais je déteste le café"
            })
    void up10KeepsBothSidesOfAContrast(String text) {
        List<Claim> claims = claims(text);

        assertThat(claims).extracting(Claim::polarity).containsExactly(Polarity.POSITIVE, Polarity.NEGATIVE);
        assertThat(claims).allMatch(claim -> claim.category() == Category.PREFERENCE && claim.ofUser());
    }

    @Test
    void takesNothingFromASubjectThatWasLeftOut() {
        assertThat(claims("Je m'appelle Anna; m'énerve"))
                .extracting(Claim::value)
                .containsExactly("Anna");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I ilike tea",
                "I liketea",
                "Ich magere ab",
                "My unname is Anna",
                "Me gustaron",
                "J'aimerais du thé"
            })
    void findsNoWordsWithinOthers(String text) {
        assertThat(claims(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "I don't like long emails, long emails",
        "Ich mag keine langen E-Mails, langen E-Mails",
        "No me gustan los correos largos, los correos largos",
        "Je n'aime pas les longs courriels, les longs courriels"
    })
    void up11UnderstandsNegation(String text, String value) {
        assertThat(claims(text)).singleElement().satisfies(claim -> {
            assertThat(claim.polarity()).isEqualTo(Polarity.NEGATIVE);
            assertThat(claim.value()).isEqualTo(value);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'm in a hurry",
                "Ich bin in Eile",
                "Estoy con prisa",
                "Je suis pressé",
                "I'm in a meeting until noon"
            })
    void up09KeepsNothingOfTheMoment(String text) {
        assertThat(reader.read(text, SAID).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I need to restart the server",
                "Ich muss den Server neu starten",
                "Tengo que reiniciar el servidor",
                "Je dois redémarrer le serveur"
            })
    void up12KeepsNoErrandOfTheMoment(String text) {
        assertThat(reader.read(text, SAID).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Do I like coffee?",
                "If I lived in Rome I would love it",
                "What if I hated coffee?",
                "Suppose my name is Otto",
                "A page says \"I prefer short names\" at its end",
                "> I prefer tabs",
                "```\nI prefer tabs\n```",
                "I used to like jazz",
                "The manual says I prefer tabs"
            })
    void keepsNothingThatWasAskedAssumedOrQuoted(String text) {
        assertThat(claims(text)).isEmpty();
    }

    @Test
    void keepsWhoASentenceIsAbout() {
        assertThat(claims("My sister Lea hates phone calls"))
                .extracting(Claim::subject, Claim::predicate)
                .containsExactly(tuple("Lea", "dislikes"));
    }

    @Test
    void deniesWhatTheClauseBeforeAffirmed() {
        assertThat(claims("I like short answers but not one-word answers"))
                .extracting(Claim::predicate, Claim::value)
                .containsExactly(tuple("response-length", "short answers"), tuple("dislikes", "one-word answers"));
    }

    @Test
    void saysWhereTheWordsStand() {
        String text = "Hello there. By the way, I prefer tabs over spaces.";

        Claim claim = claims(text).get(0);

        assertThat(text.substring(claim.begin(), claim.end())).isEqualTo("tabs over spaces");
    }

    @Test
    void up14RefusesWhatIsNoName() {
        assertThat(claims("My name is authenticated")).isEmpty();
        assertThat(claims("Call me later")).isEmpty();
    }

    @Test
    void up05FindsEachRuleOfASentence() {
        assertThat(claims("Please push back when my plan is weak, talk to me bluntly, and hold me accountable when"
                        + " loops stay open."))
                .extracting(Claim::predicate)
                .containsExactly("challenge", "private", "hold");
    }

    @Test
    void up06KeepsNothingOfQuotedRules() {
        assertThat(claims("A blog recommends \"push back early\" and \"hold me accountable\". Sensible?"))
                .isEmpty();
    }

    @Test
    void up07TurnsARefusalToArgueIntoOneRule() {
        assertThat(claims("Please don't push back on tiny wording choices."))
                .extracting(Claim::predicate)
                .containsExactly("low-friction");
    }

    @ParameterizedTest
    @CsvSource({
        "I need to mail the budget recap tomorrow., 2026-03-05T09:00:00Z, 0.74",
        "Please remember to renew it in 3 days., 2026-03-07T09:00:00Z, 0.82",
        "Remind me to call them next week., 2026-03-11T09:00:00Z, 0.82",
        "I'll send the report by Friday 5pm., 2026-03-06T16:00:00Z, 0.74",
        "Erinnere mich nächsten Montag an die Steuer., 2026-03-09T16:00:00Z, 0.82",
        "I have to hand it in by 2026-03-31., 2026-03-31T15:00:00Z, 0.74",
        "Recuérdame pagar el 31 de marzo., 2026-03-31T15:00:00Z, 0.82"
    })
    void re07ReadsUntilWhen(String text, Instant due, double confidence) {
        assertThat(reader.read(text, SAID).commitments()).singleElement().satisfies(commitment -> {
            assertThat(commitment.due()).isEqualTo(due);
            assertThat(commitment.confidence()).isEqualTo(confidence);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"no, use tabs", "that's wrong", "not like that", "Nein, nimm Tabs", "eso está mal", "c'est faux"
            })
    void cr01FindsCorrections(String text) {
        assertThat(reader.read(text, SAID).corrections()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "you should have a look",
                "no use case here",
                "no problem",
                "no, thanks",
                "He wrote \"no, use tabs\" there",
                "du solltest mal einen Blick darauf werfen"
            })
    void cr02FindsNoCorrectionWhereThereIsNone(String text) {
        assertThat(reader.read(text, SAID).corrections()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I said staging, not production",
                "Ich sagte staging, nicht production",
                "Dije staging, no production",
                "J'ai dit staging, pas production"
            })
    void cr03KnowsWhatIsRightAndWhatWasBelieved(String text) {
        assertThat(reader.read(text, SAID).corrections()).singleElement().satisfies(correction -> {
            assertThat(correction.right()).isEqualTo("staging");
            assertThat(correction.believed()).isEqualTo("production");
        });
    }

    private List<Claim> claims(String text) {
        return reader.read(text, SAID).claims();
    }
}
