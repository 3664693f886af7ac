/** Concludes failures from facts: each detector is a service that knows one family of them and says why. */
@NullMarked
package tacit.learn.mine.detect;

import org.jspecify.annotations.NullMarked;
