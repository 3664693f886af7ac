/** Tests of the whole: the real image in processes of its own, and the rules that hold the bundles apart. */
@NullMarked
package tacit.runtime.itest;

import org.jspecify.annotations.NullMarked;
