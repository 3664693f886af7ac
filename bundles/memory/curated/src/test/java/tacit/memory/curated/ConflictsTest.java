package tacit.memory.curated;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConflictsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Use Vite 6 | Use Vite 7",
                "Use Vite 6 for builds. | We use Vite 7 for builds",
                "Use Vite for bundling | Use Webpack for bundling",
                "Requires Node 20 | Requires Node 22",
                "Use 2 spaces in YAML files | Use 4 spaces in YAML files",
                "The default branch is main | The default branch is trunk",
                "Default branch: main | Default branch: develop",
                "Deploy target: AWS | Deploy target: GCP",
                "The timezone is Europe/Lisbon | My timezone is Asia/Tokyo",
                "The user's name is Ana | The user's name is Eva",
                "Name: Ana | Name: Eva",
                "Lives in Lisbon | Lives in Porto",
                "Lives in Lisbon | Moved to Porto",
                "I work at Acme | Works for Globex",
                "Call me Ana | Call me Eva",
                "Reports to Maria | Reports to João",
                "Likes coffee | Doesn't like coffee",
                "Likes coffee | Dislikes coffee",
                "The user likes short replies | Likes long replies",
                "Prefers concise answers | Prefers detailed answers",
                "Prefers dark mode | Prefers light mode",
                "Prefer tabs over spaces | Prefers spaces over tabs",
                "Use pnpm instead of npm | Use npm instead of pnpm",
                "Always squash commits | Never squash commits",
                "Deploy on Friday | Do not deploy on Friday",
                "Use tabs | Avoid tabs",
                "Uses Vim | No longer uses Vim",
                "The release is on Monday | The release is on Friday",
                "Request timeout is 30s | Request timeout is 60s",
                "Keep lines at most 100 characters long | Keep lines at most 120 characters long",
                "The API listens on port 8080 | The API listens on port 9090",
                "Telemetry must be enabled | Telemetry must be disabled",
                "Send reports weekly | Send reports daily",
                "Use metric units | Use imperial units",
                "The package manager is npm | The package manager is pnpm"
            })
    void cu08SeesThatBothCannotHold(String older, String newer) {
        assertThat(Conflicts.between("preference", older, "preference", newer)).isTrue();
        assertThat(Conflicts.between("preference", newer, "project_fact", older))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Use Vite 6 | Use TypeScript 5",
                "Use Vite | Use Vite 7",
                "Use Vite for bundling | Use Jest for tests",
                "Use Jest for unit tests | Use Playwright for browser tests",
                "Use Jest for tests | Also use Playwright for tests",
                "Use Vite for bundling | Use Vite 7 for bundling",
                "Likes coffee | Likes tea",
                "Likes coffee | Dislikes tea",
                "The API is fast | The API is documented",
                "The API is written in Go | The API is on Friday's agenda",
                "Bug 12 is fixed | Bug 13 is fixed",
                "Look at issue 12 first | Look at issue 13 first",
                "Supports Python 3.11 | Supports Python 3.12",
                "Has a meeting on 3 May | Has a meeting on 4 May",
                "The call is at 10:00 on 3 May | The call is at 11:00 on 4 May",
                "Server 10.0.0.1 is in Frankfurt | Server 10.0.0.2 is in Frankfurt",
                "Note: buy milk | Note: call Ana",
                "Speaks German | Speaks Portuguese",
                "Has a dog | Has a cat",
                "Never deploy on Friday | Deploy on Monday",
                "Never deploy on Friday | Always run tests",
                "Use tabs in Go files | Use spaces in Python files",
                "Do not forget to run tests | Run tests",
                "The frontend port is 3000 | The backend port is 8080",
                "The default branch is main | The default branch is main and protected",
                "Ana works at Acme | Eva works at Globex",
                "Prefers dark mode in the editor | Prefers light mode in the terminal",
                "Use Vite 6. Run the tests first. | Use Vite 7. Run the linter first.",
                "Likes short replies but long examples | Likes long replies",
                "Not only writes Go | Writes Go",
                "Standup on Monday | Standup on Wednesday",
                "Deploy to AWS | Deploy to GCP",
                "The user's manager is Maria | The team's manager is João",
                "Prefer tabs over spaces in Go | Prefer spaces over tabs in Python",
                "Likes 3 sugars in tea | Likes 3 cubes of ice"
            })
    void cu08LeavesBothWhereBothMayHold(String older, String newer) {
        assertThat(Conflicts.between("preference", older, "preference", newer)).isFalse();
        assertThat(Conflicts.between("preference", newer, "project_fact", older))
                .isFalse();
    }

    @Test
    void takesTwoCommitmentsForTwoOccasions() {
        assertThat(Conflicts.between("active_commitment", "Requires Node 20", "preference", "Requires Node 22"))
                .isFalse();
        assertThat(Conflicts.between("preference", "Requires Node 20", "active_commitment", "Requires Node 22"))
                .isFalse();
    }

    @Test
    void neverContradictsItself() {
        for (String text :
                new String[] {"Use Vite 6", "", "???", "Never", "- -", "is is is", "a: b: c", "over over over"}) {
            assertThat(Conflicts.between("preference", text, "preference", text))
                    .isFalse();
        }
    }
}
