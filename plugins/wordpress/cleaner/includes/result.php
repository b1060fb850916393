<?php
/**
 * What the service said of a post, kept with the post, so that the cuts can be looked at later.
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

namespace Cleaner;

defined( 'ABSPATH' ) || exit;

const RESULT  = '_cleaner_result';
const FAILURE = '_cleaner_failure';

function save_result( int $post, \stdClass $result ): void {
	$kept = array( 'article' => $result->article, 'ledger' => $result->ledger );
	update_post_meta( $post, RESULT, wp_slash( wp_json_encode( $kept ) ) );
	delete_post_meta( $post, FAILURE );
}

function save_failure( int $post, \WP_Error $error ): void {
	update_post_meta( $post, FAILURE, wp_slash( (string) $error->get_error_code() ) );
}

function load_result( int $post ): ?\stdClass {
	$result = json_decode( (string) get_post_meta( $post, RESULT, true ) );
	return $result instanceof \stdClass ? $result : null;
}

/** Ledger entries that are not in the text; copies of captions in attributes were never printed. */
function cuts( \stdClass $result ): array {
	$out = static function ( \stdClass $entry ): bool {
		return ! $entry->kept && ! preg_match( '~/@[^/]*$~', (string) ( $entry->path ?? '' ) );
	};
	return array_values( array_filter( $result->ledger, $out ) );
}

/** What the side bar shows: the fields, and the cuts. */
function view( ?\stdClass $result ): array {
	if ( ! $result ) {
		return array( 'fields' => null, 'cuts' => array() );
	}
	$fields = array();
	foreach ( array( 'title', 'summary', 'authors', 'agency', 'published', 'images', 'section', 'tags', 'url' ) as $name ) {
		$fields[ $name ] = $result->article->$name ?? null;
	}
	return array( 'fields' => $fields, 'cuts' => cuts( $result ) );
}

/** Where in the article an entry now stands: blocks of equal words stand in the order of their entries. */
function place_of( \stdClass $entry, \stdClass $answer ): int {
	$places = array_keys( array_filter( $answer->article->body, static fn( $block ) => $block->text === $entry->text ) );
	$same   = array_filter( $answer->ledger, static fn( $other ) => $other->kept && $other->text === $entry->text );
	$number = array_search( $entry->id, array_column( $same, 'id' ), true );
	return (int) ( $places[ $number ] ?? end( $places ) );
}
