/** Asks other operators whether a person owes them, and answers them the same question. */
package bg.telenor.debtcheck;
