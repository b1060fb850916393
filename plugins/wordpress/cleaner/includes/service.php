<?php
/**
 * The service over HTTP. The key stays on this server and is never sent to a browser.
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

namespace Cleaner;

defined( 'ABSPATH' ) || exit;

const SECONDS = 25;

/**
 * Cleans a page: HTML or text, and its address where it is known.
 *
 * @return array{html: string, result: \stdClass}|\WP_Error The safe fragment without its headline; article, ledger, report.
 */
function clean_page( string $content, string $url = '' ) {
	$page = array( 'content' => $content );
	if ( '' !== $url ) {
		$page['url'] = $url;
	}
	$answer = post_json( '/v1/clean?format=json', $page );
	$result = is_wp_error( $answer ) ? $answer : read_result( $answer );
	if ( is_wp_error( $result ) ) {
		return $result;
	}
	if ( ! $result->article->body ) {
		return new \WP_Error( 'cleaner_empty', __( 'No article was found.', 'cleaner' ), array( 'status' => 422 ) );
	}
	$html = post_json( '/v1/clean?format=html&profile=' . rawurlencode( setting( 'profile' ) ), $page );
	return is_wp_error( $html ) ? $html : array( 'html' => without_title( $html ), 'result' => $result );
}

/**
 * Puts entries of a result's ledger back.
 *
 * @param int[] $ids Ids of ledger entries.
 * @return \stdClass|\WP_Error Article and ledger.
 */
function restore_blocks( \stdClass $result, array $ids ) {
	$asked  = array( 'article' => $result->article, 'ledger' => $result->ledger, 'ids' => $ids );
	$answer = post_json( '/v1/restore', $asked );
	return is_wp_error( $answer ) ? $answer : read_result( $answer );
}

/**
 * The body of the answer to a POST of JSON.
 *
 * @return string|\WP_Error
 */
function post_json( string $path, array $payload ) {
	$headers = array( 'Content-Type' => 'application/json' );
	if ( '' !== service_key() ) {
		$headers['Authorization'] = 'Bearer ' . service_key();
	}
	$sent   = array(
		'headers'     => $headers,
		'body'        => wp_json_encode( $payload ),
		'timeout'     => SECONDS,
		'redirection' => 0, // The key goes to the address that the administrator wrote, and nowhere else.
	);
	$answer = wp_remote_post( untrailingslashit( setting( 'url' ) ) . $path, $sent );
	if ( is_wp_error( $answer ) ) {
		return new \WP_Error( 'cleaner_unreachable', __( 'The cleaning service cannot be reached.', 'cleaner' ), array( 'status' => 502 ) );
	}
	$status = (int) wp_remote_retrieve_response_code( $answer );
	return 200 === $status ? wp_remote_retrieve_body( $answer ) : refusal( $status );
}

function refusal( int $status ): \WP_Error {
	if ( 401 === $status || 403 === $status ) {
		return new \WP_Error( 'cleaner_refused', __( 'The cleaning service does not accept the key.', 'cleaner' ), array( 'status' => 502 ) );
	}
	/* translators: %d: HTTP status code. */
	$words = sprintf( __( 'The cleaning service answered with an error (%d).', 'cleaner' ), $status );
	return new \WP_Error( 'cleaner_error', $words, array( 'status' => 502 ) );
}

/**
 * JSON with an article and a ledger in it. Objects stay objects, so that it can be sent back as it came.
 *
 * @return \stdClass|\WP_Error
 */
function read_result( string $json ) {
	$result = json_decode( $json );
	if ( is_array( $result->ledger ?? null ) && is_array( $result->article->body ?? null ) ) {
		return $result;
	}
	return new \WP_Error( 'cleaner_unusable', __( 'The answer of the cleaning service cannot be read.', 'cleaner' ), array( 'status' => 502 ) );
}
