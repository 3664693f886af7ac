package tacit.learn.mine.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodeBlocksTest {

    @Test
    void joinsAllBlocks() {
        assertThat(CodeBlocks.in("a\n```py\none\n```\nb\n```\ntwo\n```\n")).isEqualTo("\none\n\ntwo\n");
    }

    @Test
    void readsABlockThatIsCutOff() {
        assertThat(CodeBlocks.in("a\n```py\none")).isEqualTo("\none");
    }

    @Test
    void findsNoCodeInProse() {
        assertThat(CodeBlocks.in("call lookup(1)")).isEmpty();
    }
}
