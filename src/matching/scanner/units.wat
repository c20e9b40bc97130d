;; Hands the units of a text over to the scanner, with their classes. By itself because it is of the one kind of code that
;; AssemblyScript cannot write: an array of the engine's own heap, into which the engine copies a string as it lies (JS
;; String Builtins); asking for each unit from JavaScript takes longer than all that is done here.
(module
  (type $units (array (mut i16)))
  (import "wasm:js-string" "intoCharCodeArray"
    (func $copy (param externref (ref null $units) i32) (result i32)))
  (import "env" "memory" (memory 1))
  ;; See layout.ts.
  (import "layout" "UNITS" (global $UNITS i32))
  (import "layout" "CLASSES" (global $CLASSES i32))
  (import "layout" "CLASS_TABLE" (global $CLASS_TABLE i32))
  (import "layout" "WINDOW" (global $WINDOW i32))

  (global $copied (ref $units) (array.new_default $units (global.get $WINDOW)))

  ;; Puts the `at`th unit that was copied, and its class, to two addresses.
  (func $put (param $at i32) (param $units i32) (param $classes i32) (param $table i32)
    (local $unit i32)
    (local.set $unit (array.get_u $units (global.get $copied) (local.get $at)))
    (i32.store16 (local.get $units) (local.get $unit))
    (i32.store16 (local.get $classes)
      (i32.load16_u (i32.add (local.get $table) (i32.shl (local.get $unit) (i32.const 1))))))

  ;; Puts units and classes of a text, at most as long as a window, from a place on; up to three more are written behind.
  (func (export "handOver") (param $text externref) (param $place i32)
    (local $count i32) (local $at i32) (local $units i32) (local $classes i32) (local $table i32)
    (local.set $count (call $copy (local.get $text) (global.get $copied) (i32.const 0)))
    (local.set $table (global.get $CLASS_TABLE))
    (local.set $units (i32.add (global.get $UNITS) (i32.shl (local.get $place) (i32.const 1))))
    (local.set $classes (i32.add (global.get $CLASSES) (i32.shl (local.get $place) (i32.const 1))))
    (loop $next
      (if (i32.lt_s (local.get $at) (local.get $count))
        (then
          (call $put (local.get $at) (local.get $units) (local.get $classes) (local.get $table))
          (call $put (i32.add (local.get $at) (i32.const 1))
            (i32.add (local.get $units) (i32.const 2)) (i32.add (local.get $classes) (i32.const 2))
            (local.get $table))
          (call $put (i32.add (local.get $at) (i32.const 2))
            (i32.add (local.get $units) (i32.const 4)) (i32.add (local.get $classes) (i32.const 4))
            (local.get $table))
          (call $put (i32.add (local.get $at) (i32.const 3))
            (i32.add (local.get $units) (i32.const 6)) (i32.add (local.get $classes) (i32.const 6))
            (local.get $table))
          (local.set $at (i32.add (local.get $at) (i32.const 4)))
          (local.set $units (i32.add (local.get $units) (i32.const 8)))
          (local.set $classes (i32.add (local.get $classes) (i32.const 8)))
          (br $next))))))
