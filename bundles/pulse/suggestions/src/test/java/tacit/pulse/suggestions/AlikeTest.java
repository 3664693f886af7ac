package tacit.pulse.suggestions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import tacit.api.reflect.Suggestion.Response;
import tacit.api.reflect.SuggestionSituation.Said;

class AlikeTest {

    private static List<Said> said(int times, Response response, String about) {
        return Collections.nCopies(times, new Said(response, 9, about));
    }

    private static List<Said> all(List<List<Said>> parts) {
        List<Said> all = new ArrayList<>();
        parts.forEach(all::addAll);
        return all;
    }

    @Test
    void nothingKnownChangesNothing() {
        assertThat(Alike.factor("Backups failing again", List.of())).isEqualTo(1);
        assertThat(Alike.factor("", said(5, Response.DISMISSED, "backups failing again")))
                .isEqualTo(1);
    }

    @Test
    void answersOfWhichNoWordIsKnownChangeNothing() {
        assertThat(Alike.factor("Backups failing", said(9, Response.DISMISSED, "")))
                .isEqualTo(1);
        assertThat(Alike.factor("Backups failing", said(9, Response.ACTED, "tests renamed")))
                .isEqualTo(1);
    }

    @Test
    void aWordThatWasRefusedCountsInOtherPatterns() {
        List<Said> said =
                all(List.of(said(4, Response.ACTED, "backups failing"), said(3, Response.DISMISSED, "tests renamed")));

        assertThat(Alike.factor("Reviews renamed", said)).isLessThan(.6);
        assertThat(Alike.factor("Reviews failing", said)).isGreaterThan(1.2);
    }

    @Test
    void aWordThatAllHaveInCommonSaysNothing() {
        List<Said> said = all(List.of(said(6, Response.ACTED, "x came"), said(6, Response.DISMISSED, "y came")));

        assertThat(Alike.factor("came", said)).isCloseTo(1, within(1e-9));
    }

    @Test
    void oneAnswerAloneDoesNotSilence() {
        List<Said> one = all(List.of(said(3, Response.ACTED, "a b"), said(1, Response.DISMISSED, "tests renamed")));

        assertThat(Alike.factor("Reviews renamed", one)).isGreaterThan(.6);
    }

    @Test
    void whatWasIgnoredCountsHalfAndWhatWasPutOffNothing() {
        List<Said> usual = said(4, Response.ACTED, "a b");
        double dismissed = Alike.factor("renamed", all(List.of(usual, said(2, Response.DISMISSED, "renamed"))));
        double ignored = Alike.factor("renamed", all(List.of(usual, said(2, Response.IGNORED, "renamed"))));

        assertThat(ignored).isBetween(dismissed, 1.0);
        assertThat(Alike.factor("renamed", all(List.of(usual, said(2, Response.SNOOZED, "renamed")))))
                .isEqualTo(1);
    }

    @Test
    void partsOfWordsAreOtherWords() {
        List<Said> said = all(List.of(said(5, Response.ACTED, "a b"), said(5, Response.DISMISSED, "renamed")));

        assertThat(Alike.factor("name", said)).isEqualTo(1);
    }

    @Test
    void itStaysWithinItsBounds() {
        List<Said> said =
                all(List.of(said(90, Response.ACTED, "good"), said(90, Response.DISMISSED, "bad worse worst")));

        assertThat(Alike.factor("bad worse worst", said)).isEqualTo(.25);
        assertThat(Alike.factor("good", said)).isEqualTo(1.5);
    }
}
