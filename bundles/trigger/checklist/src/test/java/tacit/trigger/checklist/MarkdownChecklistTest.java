package tacit.trigger.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.pulse.ChecklistItem;

class MarkdownChecklistTest {

    private final MarkdownChecklist checklist = new MarkdownChecklist();

    private List<ChecklistItem> parse(String... lines) {
        return checklist.parse(String.join("\n", lines));
    }

    @ParameterizedTest
    @CsvSource({
        "Every day, Look at the backups, 0c32a3aa457a",
        "Weekly review, Read the open issues, d34e58303a51",
        "Each heartbeat, Answer what waits, 22349ae4df0e"
    })
    void ck01NamesAPointByHeadingAndText(String heading, String text, String id) {
        assertThat(parse("## " + heading, "- " + text))
                .singleElement()
                .satisfies(item -> assertThat(item.id()).isEqualTo(id))
                .satisfies(item -> assertThat(item.heading()).isEqualTo(heading))
                .satisfies(item -> assertThat(item.text()).isEqualTo(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Hourly|PT1H",
                "Every 1 hour|PT1H",
                "Daily|PT24H",
                "Each Day|PT24H",
                "Every day and hour|PT1H",
                "WEEKLY REVIEW|PT168H",
                "Once a week|PT168H",
                "Monthly|PT720H",
                "A month's end|PT720H",
                "Each heartbeat|PT0S",
                "Always|PT0S"
            })
    void ck02TakesTheCadenceFromTheWordsOfTheHeading(String heading, Duration every) {
        assertThat(parse("### " + heading, "* x"))
                .extracting(ChecklistItem::every)
                .containsExactly(every);
    }

    @Test
    void ck03TakesBulletsAndBoxesThatAreCheckedOrNot() {
        assertThat(parse(
                        "## Daily",
                        "- one",
                        "* two",
                        "+ three",
                        "- [ ] four",
                        "- [x] five",
                        "  * [X] six",
                        "- [x]",
                        "-"))
                .extracting(ChecklistItem::text)
                .containsExactly("one", "two", "three", "four", "five", "six");
    }

    @Test
    void ck04KnowsAPointAgainHoweverItIsSpacedAndTicked() {
        String id = parse("## Every day", "- Look at the backups").get(0).id();

        assertThat(parse("##   Every   day  ##", "  *  [x]  Look at   the backups  ")
                        .get(0)
                        .id())
                .isEqualTo(id);
        assertThat(parse("## Every day\r", "- [ ] Look\tat the backups\r")
                        .get(0)
                        .id())
                .isEqualTo(id);
    }

    @Test
    void ck05TakesNothingThatStandsUnderNoHeading() {
        assertThat(parse("# Heartbeat", "- not this", "text", "## Daily", "text", "1. nor this", "- this"))
                .extracting(ChecklistItem::text)
                .containsExactly("this");
    }

    @Test
    void ck05TakesNothingFromCodeAndComments() {
        assertThat(parse("## Daily", "```", "## Weekly", "- code", "```", "<!-- - hidden", "- hidden -->", "- seen"))
                .extracting(ChecklistItem::text)
                .containsExactly("seen");
        assertThat(parse("## Daily", "- seen", "<!-- never closed", "- hidden"))
                .extracting(ChecklistItem::text)
                .containsExactly("seen");
    }

    @Test
    void ck06TakesAPointOnceUnderAHeading() {
        assertThat(parse("## Daily", "- one", "- [x] one", "## Weekly", "- one"))
                .extracting(ChecklistItem::heading)
                .containsExactly("Daily", "Weekly");
    }

    @Test
    void ck07LooksForWordsAndNotForTheirParts() {
        assertThat(parse("## Monday", "- x").get(0).every()).isZero();
        assertThat(parse("## Weekly review on Monday", "- x").get(0).every()).hasDays(7);
        assertThat(parse("## Our birthdays", "- x").get(0).every()).isZero();
    }

    @Test
    void keepsTheOrderOfTheFile() {
        assertThat(parse("## Weekly", "- b", "- a", "## Daily", "- c"))
                .extracting(ChecklistItem::text)
                .containsExactly("b", "a", "c");
    }

    @Test
    void readsNothingFromNothing() {
        assertThat(checklist.parse("")).isEmpty();
        assertThat(parse("## Daily")).isEmpty();
        assertThat(parse("##Daily", "- no heading")).isEmpty();
    }

    @Test
    void readsTheLongestFileAndRefusesALongerOne() {
        String blanks = "## Daily\n- " + " ".repeat(99_000) + "x\n- y";

        assertThat(checklist.parse(blanks)).extracting(ChecklistItem::text).containsExactly("y");
        assertThatThrownBy(() -> checklist.parse("x".repeat(100_001)))
                .hasMessage("markdown must have at most 100000 characters");
    }
}
