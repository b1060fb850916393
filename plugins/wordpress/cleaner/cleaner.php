<?php
/**
 * Plugin Name: Cleaner
 * Description: Turns a raw news page into the clean article, and shows what was left out so that it can be put back.
 * Version: 0.1.0
 * Requires at least: 6.1
 * Requires PHP: 7.4
 * License: GPL-2.0-or-later
 * License URI: https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain: cleaner
 * Domain Path: /languages
 */

namespace Cleaner;

defined( 'ABSPATH' ) || exit;

const VERSION = '0.1.0';
const FILE    = __FILE__;

foreach ( array( 'service', 'markup', 'result', 'settings', 'rest', 'import', 'editor' ) as $part ) {
	require __DIR__ . "/includes/$part.php";
}

add_action(
	'init',
	static function (): void {
		load_plugin_textdomain( 'cleaner', false, dirname( plugin_basename( FILE ) ) . '/languages' );
	}
);
