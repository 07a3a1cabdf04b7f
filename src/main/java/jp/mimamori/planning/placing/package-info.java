/** Building a plan and mending it, without a search: free places, people who change seats, one task that makes room for another. */
@NullMarked
package jp.mimamori.planning.placing;

import org.jspecify.annotations.NullMarked;
